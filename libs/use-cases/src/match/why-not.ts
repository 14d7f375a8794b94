import type { Actor, Citizen, SmallJob } from '#domain';
import { evaluate, yesIf, type CandidateCitizen, type Evaluation } from '#matching';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { asCandidateJob, asCandidates, dayOfMatching } from './candidate-data.js';
import { listedPeople, type ListedPerson } from './listed-people.js';

export interface WhyNotAnswer {
  smallJob: SmallJob;
  found: Found[];
  /** There are more by that name than are shown: write more of it. */
  more: boolean;
}

export interface Found {
  person: ListedPerson;
  /** Fits, or every rule that says no with the change that helps. */
  result: Evaluation;
  /** "Ja, hvis jobbet starter kl. 9 og løft er højst 10 kg"; null where that is not all, or nobody should be talked into it. */
  yesIf: string | null;
}

/** Nobody needs a list of all who do not fit: a name is looked up. */
const MOST = 5;

/** *Ikke lige nu*: somebody is looked up by name, and every rule that says no is told with what would help. */
export class WhyNot {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(smallJobId: string, name: string, actor: Actor): Promise<WhyNotAnswer> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const smallJob = found(await unit.smallJobs.find(smallJobId), 'small-job.not-found');
      const rows = await named(unit, name);
      const citizens = rows.slice(0, MOST);
      const day = await dayOfMatching(unit);
      const job = await asCandidateJob(unit, smallJob);
      const people = await listedPeople(unit, citizens, smallJobId);
      const candidates = await asCandidates(unit, citizens, day);
      await logShown(
        unit,
        actor,
        citizens.map(({ id }) => id),
        'small-job.why-not',
      );
      const told = (candidate: CandidateCitizen): Found => ({
        person: found(people.get(candidate.id), 'citizen.not-found'),
        result: evaluate(job, candidate, { day }),
        yesIf: yesIf(job, candidate, { day }),
      });
      return { smallJob, found: candidates.map(told), more: rows.length > MOST };
    });
  }
}

/** One more than is shown, so that it can be said that there are more. */
const named = async (unit: UnitOfWork, name: string): Promise<Citizen[]> =>
  name.trim() === ''
    ? []
    : unit.citizens.list({ name: { contains: name.trim() } }, { order: [{ by: 'name' }], limit: MOST + 1 });

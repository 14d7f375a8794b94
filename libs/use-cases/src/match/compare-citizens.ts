import { refuseUnless, type Actor, type SmallJob } from '#domain';
import { evaluate, type Evaluation } from '#matching';
import { Transactor } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { asCandidateJob, asCandidates, dayOfMatching } from './candidate-data.js';
import { listedPeople, type ListedPerson } from './listed-people.js';

export interface Compared {
  person: ListedPerson;
  result: Evaluation;
}

export interface Comparison {
  smallJob: SmallJob;
  /** In the order they were asked for. */
  both: readonly [Compared, Compared];
}

/** Two people beside one small job, part for part. */
export class CompareCitizens {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws citizen.not-found, also when the two are the same */
  async execute(smallJobId: string, ids: readonly [string, string], actor: Actor): Promise<Comparison> {
    refuseUnlessStaff(actor);
    refuseUnless(ids[0] !== ids[1], 'citizen.not-found');
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const smallJob = found(await unit.smallJobs.find(smallJobId), 'small-job.not-found');
      const rows = await unit.citizens.list({ id: { in: ids } });
      const citizens = ids.map((id) =>
        found(
          rows.find((row) => row.id === id),
          'citizen.not-found',
        ),
      );
      const day = await dayOfMatching(unit);
      const job = await asCandidateJob(unit, smallJob);
      const people = await listedPeople(unit, citizens, smallJobId);
      await logShown(unit, actor, ids, 'small-job.compare');
      const candidates = await asCandidates(unit, citizens, day);
      const [one, other] = candidates.map((candidate) => ({
        person: found(people.get(candidate.id), 'citizen.not-found'),
        result: evaluate(job, candidate, { day }),
      }));
      return { smallJob, both: [found(one, 'citizen.not-found'), found(other, 'citizen.not-found')] };
    });
  }
}

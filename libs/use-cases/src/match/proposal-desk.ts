import {
  openOfferStates,
  type Actor,
  type Citizen,
  type Company,
  type SmallJob,
  type Temporal,
} from '#domain';
import { evaluate, type Evaluation } from '#matching';
import { caseloadWarning } from '../contact/assign-contact.js';
import { contactsOf, type SmallJobContacts } from '../contact/contacts-of.js';
import { Transactor } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { asCandidate, asCandidateJob, dayOfMatching } from './candidate-data.js';
import { listedPeople, type ListedPerson } from './listed-people.js';

/** What a consultant looks at before proposing somebody. */
export interface ProposalSituation extends SmallJobContacts {
  smallJob: SmallJob;
  company: Company;
  citizen: Citizen;
  person: ListedPerson;
  /** Fits, or why not. */
  result: Evaluation;
  /** The asker is the broker, or there is none: no colleague has to be asked. */
  isOwn: boolean;
  hasOpenOffer: boolean;
  /** How many the broker follows, when that is more than the municipality wants. */
  caseload: { name: string; count: number; target: number } | null;
  /** No fixed contact yet: nobody could be told whom to call. */
  nobodyAnswers: boolean;
  /** When it was so, by the clock of the database. */
  at: Temporal.Instant;
}

/** Everything that speaks for and against one proposal, in one read. */
export class ShowProposalDesk {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(smallJobId: string, citizenId: string, actor: Actor): Promise<ProposalSituation> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const smallJob = found(await unit.smallJobs.find(smallJobId), 'small-job.not-found');
      const citizen = found(await unit.citizens.find(citizenId), 'citizen.not-found');
      const company = found(await unit.companies.find(smallJob.companyId), 'company.not-found');
      const day = await dayOfMatching(unit);
      const contacts = (await contactsOf(unit, [smallJobId]))(smallJobId);
      const person = found(
        (await listedPeople(unit, [citizen], smallJobId)).get(citizenId),
        'citizen.not-found',
      );
      const broker = citizen.brokerId === null ? undefined : await unit.staff.find(citizen.brokerId);
      const [warning] = broker ? await caseloadWarning(unit, broker) : [];
      await logShown(unit, actor, [citizenId], 'small-job.ranking');
      return {
        smallJob,
        company,
        citizen,
        person,
        ...contacts,
        result: evaluate(await asCandidateJob(unit, smallJob), await asCandidate(unit, citizen, day), {
          day,
        }),
        isOwn: broker === undefined || broker.id === actor.staffId,
        hasOpenOffer: (await unit.offers.count({ citizenId, state: { in: openOfferStates } })) > 0,
        caseload:
          broker && warning?.code === 'caseload-above-target'
            ? { name: broker.name, count: warning.caseload, target: warning.target }
            : null,
        nobodyAnswers: contacts.answersToday === null,
        at: await unit.now(),
      };
    });
  }
}

import {
  hoursWarning,
  isBefore,
  wageWarning,
  type Actor,
  type Agreement,
  type Citizen,
  type Company,
  type ContactAssignment,
  type ContactCover,
  type Match,
  type Offer,
  type PostingWarning,
  type SmallJob,
  type Staff,
  type Temporal,
} from '#domain';
import { contactsOf, type SmallJobContacts } from '../contact/contacts-of.js';
import { Transactor } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';

/** One small job as whoever works with it needs it: who, where it stands, whom to call, and what has been agreed. */
export interface JobDesk extends SmallJobContacts {
  smallJob: SmallJob;
  company: Company;
  /** Newest first. */
  people: PersonOnJob[];
  assignments: ContactAssignment[];
  covers: ContactCover[];
  /** Everybody who is named, and everybody who could take over. */
  staff: Staff[];
  /** Hours that are not the usual ones, and a wage below the agreement; they stop nobody. */
  warnings: PostingWarning[];
  now: Temporal.Instant;
}

export interface PersonOnJob {
  citizen: Pick<Citizen, 'id' | 'name'>;
  match: Match;
  /** The newest of this match. */
  offer: Offer | null;
  agreement: Agreement | null;
}

export class ShowJobDesk {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(smallJobId: string, actor: Actor): Promise<JobDesk> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const smallJob = found(await unit.smallJobs.find(smallJobId), 'small-job.not-found');
      const company = found(await unit.companies.find(smallJob.companyId), 'company.not-found');
      const matches = await unit.matches.list(
        { smallJobId },
        { order: [{ by: 'createdAt', direction: 'desc' }] },
      );
      const offers = await unit.offers.list({ smallJobId });
      const agreements = await unit.agreements.list({ smallJobId });
      const citizens = await unit.citizens.list({ id: { in: matches.map(({ citizenId }) => citizenId) } });
      await logShown(
        unit,
        actor,
        citizens.map(({ id }) => id),
        'match.list',
      );
      return {
        smallJob,
        company,
        people: matches.flatMap((match) => {
          const citizen = citizens.find(({ id }) => id === match.citizenId);
          if (!citizen) return [];
          const offer = newest(offers.filter(({ matchId }) => matchId === match.id));
          const agreement = offer ? agreements.find(({ offerId }) => offerId === offer.id) : undefined;
          const { id, name } = citizen;
          return [{ citizen: { id, name }, match, offer: offer ?? null, agreement: agreement ?? null }];
        }),
        assignments: await unit.contacts.list({ smallJobId }, { order: [{ by: 'startedAt' }] }),
        covers: await unit.covers.list({ smallJobId }, { order: [{ by: 'from' }] }),
        staff: await unit.staff.list({}, { order: [{ by: 'name' }] }),
        warnings: [
          ...hoursWarning(smallJob, (await unit.municipality()).settings.normalWeeklyHours),
          ...wageWarning(smallJob, await unit.rates(smallJob.startDate)),
        ],
        now: await unit.now(),
        ...(await contactsOf(unit, [smallJobId]))(smallJobId),
      };
    });
  }
}

const newest = (offers: readonly Offer[]): Offer | undefined =>
  [...offers].sort((a, b) => (isBefore(a.createdAt, b.createdAt) ? 1 : -1))[0];

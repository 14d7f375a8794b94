import {
  paidWeekOn,
  type Agreement,
  type Citizen,
  type LocalDate,
  type SmallJob,
  type WeeklySlot,
} from '#domain';
import {
  matchingDay,
  pickCitizenInputs,
  pickSmallJobInputs,
  type CandidateCitizen,
  type CandidateSmallJob,
  type MatchingDay,
} from '#matching';
import type { UnitOfWork } from '../ports/index.js';

/** The day that a ranking is made on, by the clock of the database. */
export const dayOfMatching = async (unit: UnitOfWork): Promise<MatchingDay> => matchingDay(await unit.now());

/** The weekly hours that an agreement binds, paid and unpaid. */
const slotsOf = (agreement: Agreement, day: LocalDate): WeeklySlot[] => [
  ...paidWeekOn(agreement, day > agreement.paidFrom ? day : agreement.paidFrom),
  ...agreement.unpaid,
];

/** What each citizen has agreed to: agreements, and offers that were accepted and have no agreement yet. */
async function agreedSlots(
  unit: UnitOfWork,
  day: MatchingDay,
  citizenIds?: readonly string[],
): Promise<Map<string, WeeklySlot[]>> {
  const own = citizenIds ? { citizenId: { in: citizenIds } } : {};
  const agreements = await unit.agreements.list(own);
  const slots = new Map<string, WeeklySlot[]>();
  const add = (id: string, more: WeeklySlot[]) => slots.set(id, [...(slots.get(id) ?? []), ...more]);
  for (const agreement of agreements) {
    if (agreement.state !== 'ended') add(agreement.citizenId, slotsOf(agreement, day.today));
  }
  const withAgreement = new Set(agreements.map((agreement) => agreement.offerId));
  const accepted = await unit.offers.list({ ...own, state: 'accepted' });
  const waiting = accepted.filter((offer) => !withAgreement.has(offer.id));
  const jobs =
    waiting.length === 0
      ? []
      : await unit.smallJobs.list({ id: { in: waiting.map((offer) => offer.smallJobId) } });
  const jobOf = new Map(jobs.map((job) => [job.id, job]));
  for (const offer of waiting) add(offer.citizenId, jobOf.get(offer.smallJobId)?.weeklyShifts ?? []);
  return slots;
}

/** From here on it is quicker to read what everybody has agreed to than to ask for so many. */
const MANY = 500;

export async function asCandidates(
  unit: UnitOfWork,
  citizens: readonly Citizen[],
  day: MatchingDay,
): Promise<CandidateCitizen[]> {
  const few = citizens.length < MANY ? citizens.map(({ id }) => id) : undefined;
  const slots = await agreedSlots(unit, day, few);
  return citizens.map((citizen) => pickCitizenInputs(citizen, slots.get(citizen.id) ?? []));
}

export async function asCandidateJobs(
  unit: UnitOfWork,
  smallJobs: readonly SmallJob[],
): Promise<CandidateSmallJob[]> {
  const companyIds = [...new Set(smallJobs.map(({ companyId }) => companyId))];
  const companies = new Map(
    (await unit.companies.list({ id: { in: companyIds } })).map((company) => [company.id, company]),
  );
  const smallJobIds = smallJobs.map(({ id }) => id);
  const contacts = await unit.contacts.list({ smallJobId: { in: smallJobIds }, endedAt: { isNull: true } });
  const contactOf = new Map(contacts.map((contact) => [contact.smallJobId, contact.staffId]));
  return smallJobs.map((job) =>
    pickSmallJobInputs(job, {
      ruledOutCitizenIds: companies.get(job.companyId)?.ruledOutCitizenIds ?? [],
      fixedContactId: contactOf.get(job.id) ?? null,
    }),
  );
}

export async function asCandidateJob(unit: UnitOfWork, job: SmallJob): Promise<CandidateSmallJob> {
  const company = await unit.companies.find(job.companyId);
  const contact = await unit.contacts.first({ smallJobId: job.id, endedAt: { isNull: true } });
  return pickSmallJobInputs(job, {
    ruledOutCitizenIds: company?.ruledOutCitizenIds ?? [],
    fixedContactId: contact?.staffId ?? null,
  });
}

/** One citizen as a candidate, with the hours already agreed. */
export async function asCandidate(
  unit: UnitOfWork,
  citizen: Citizen,
  day: MatchingDay,
): Promise<CandidateCitizen> {
  const slots = await agreedSlots(unit, day, [citizen.id]);
  return pickCitizenInputs(citizen, slots.get(citizen.id) ?? []);
}

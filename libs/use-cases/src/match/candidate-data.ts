import {
  paidWeekOn,
  type Agreement,
  type Citizen,
  type LocalDate,
  type SmallJob,
  type WeeklySlot,
} from '#domain';
import { matchingDay, type CandidateCitizen, type CandidateSmallJob, type MatchingDay } from '#matching';
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
  citizenId?: string,
): Promise<Map<string, WeeklySlot[]>> {
  const own = citizenId ? { citizenId } : {};
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

export async function asCandidates(
  unit: UnitOfWork,
  citizens: readonly Citizen[],
  day: MatchingDay,
): Promise<CandidateCitizen[]> {
  const slots = await agreedSlots(unit, day);
  return citizens.map((citizen) => ({ ...citizen, agreedSlots: slots.get(citizen.id) ?? [] }));
}

export async function asCandidateJobs(
  unit: UnitOfWork,
  smallJobs: readonly SmallJob[],
): Promise<CandidateSmallJob[]> {
  const companies = new Map((await unit.companies.list()).map((company) => [company.id, company]));
  const contacts = await unit.contacts.list({ endedAt: { isNull: true } });
  const contactOf = new Map(contacts.map((contact) => [contact.smallJobId, contact.staffId]));
  return smallJobs.map((job) => ({
    ...job,
    ruledOutCitizenIds: companies.get(job.companyId)?.ruledOutCitizenIds ?? [],
    fixedContactId: contactOf.get(job.id) ?? null,
  }));
}

export async function asCandidateJob(unit: UnitOfWork, job: SmallJob): Promise<CandidateSmallJob> {
  const company = await unit.companies.find(job.companyId);
  const contact = await unit.contacts.first({ smallJobId: job.id, endedAt: { isNull: true } });
  return {
    ...job,
    ruledOutCitizenIds: company?.ruledOutCitizenIds ?? [],
    fixedContactId: contact?.staffId ?? null,
  };
}

/** One citizen as a candidate, with the hours already agreed. */
export async function asCandidate(
  unit: UnitOfWork,
  citizen: Citizen,
  day: MatchingDay,
): Promise<CandidateCitizen> {
  const slots = await agreedSlots(unit, day, citizen.id);
  return { ...citizen, agreedSlots: slots.get(citizen.id) ?? [] };
}

import type { Citizen, SmallJob, WeeklySlot, Workplace } from '#domain';

/**
 * Everything the engine may know about a citizen, as data and as type, so that a test can show what is missing:
 * no name, age, gender, origin, diagnosis, benefit, contact level or absence (matching.md, R45).
 */
export const citizenInputs = [
  'id',
  'position',
  'jobGoals',
  'dream',
  'hours',
  'windows',
  'reach',
  'limits',
  'danishLevel',
  'certificates',
  'ruledOutCompanyIds',
  'placementUsedCompanyIds',
  'triedJobs',
  'needs',
  'saidYes',
  'availableFrom',
  'brokerId',
  'waitingSince',
] as const satisfies readonly (keyof Citizen)[];

/** Everything the engine may know about a small job. */
export const smallJobInputs = [
  'id',
  'companyId',
  'category',
  'weeklyShifts',
  'startDate',
  'endDate',
  'startFlexibilityMinutes',
  'demands',
  'danishLevel',
  'certificates',
  'accommodationsOffered',
  'roomToGrowHours',
] as const satisfies readonly (keyof SmallJob)[];

/** A domain `Citizen` with `agreedSlots` fits here; the engine sees no more than these fields. */
export interface CandidateCitizen extends Pick<Citizen, (typeof citizenInputs)[number]> {
  /** Weekly hours already agreed at other small jobs, in wall time. */
  agreedSlots: WeeklySlot[];
}

/** A domain `SmallJob` with what is kept beside it fits here; of the workplace only the position is seen. */
export interface CandidateSmallJob extends Pick<SmallJob, (typeof smallJobInputs)[number]> {
  workplace: Pick<Workplace, 'position'>;
  /** Citizens the company has said no to. */
  ruledOutCitizenIds: string[];
  /** The municipality's person for this small job (R22), or null while nobody is set. */
  fixedContactId: string | null;
  /** The job begins with unpaid placement before the paid hours (R65); small jobs are paid unless this says otherwise. */
  unpaidPlacement?: boolean;
}

import {
  proposedStart,
  usualWorkOf,
  type Address,
  type Company,
  type LocalDate,
  type PostingAnswers,
  type Workplace,
} from '#domain';
import type { CandidateSmallJob } from '#matching';
import { positionOf } from '../small-job/position-of.js';

/** What stands in for an answer that is not there yet; the page says which. */
export type Assumed = 'weeklyShifts' | 'workplace' | 'demands' | 'danishLevel' | 'startDate';

const NEVER_POSTED = '00000000-0000-0000-0000-000000000000';
/** Ten hours a week on mornings: what most small jobs are like. */
const usualWeek = ([1, 2, 3, 4, 5] as const).map((weekday) => ({
  weekday,
  start: '09:00',
  end: '11:00',
  breakMinutes: 0,
}));

/** The task as far as it is known, with the usual in place of what is not, and a list of what that was. */
export function asTask(
  answers: PostingAnswers,
  company: Company,
  today: LocalDate,
): { job: CandidateSmallJob; assumed: Assumed[] } {
  const { demands = {} } = answers;
  const usual = usualWorkOf(answers.category);
  const assumed: Assumed[] = [];
  const orUsual = <T>(value: T | undefined, name: Assumed, otherwise: T): T => {
    if (value !== undefined) return value;
    assumed.push(name);
    return otherwise;
  };
  const shifts = answers.weeklyShifts?.length ? answers.weeklyShifts : undefined;
  const address = orUsual(answers.workplace, 'workplace', company.address);
  const known = [demands.liftKg, demands.standing, demands.noise, demands.peopleContact];
  if (known.includes(undefined)) assumed.push('demands');
  const startDate =
    answers.startDate !== undefined && answers.startDate >= today ? answers.startDate : undefined;
  const job: CandidateSmallJob = {
    id: NEVER_POSTED,
    companyId: company.id,
    category: answers.category ?? '',
    workplace: { position: positionOf(placeOf(address), company) } satisfies Pick<Workplace, 'position'>,
    weeklyShifts: orUsual(shifts, 'weeklyShifts', usualWeek),
    startDate: orUsual(startDate, 'startDate', proposedStart(today)),
    endDate: answers.endDate ?? null,
    startFlexibilityMinutes: answers.startFlexibilityMinutes ?? 0,
    demands: { ...usual.demands, other: [], ...withoutGaps(demands) },
    danishLevel: orUsual(answers.danishLevel, 'danishLevel', usual.danishLevel),
    certificates: answers.certificates ?? [],
    accommodationsOffered: answers.accommodationsOffered ?? [],
    roomToGrowHours: answers.roomToGrowHours ?? null,
    ruledOutCitizenIds: company.ruledOutCitizenIds,
    fixedContactId: answers.fixedContactId ?? null,
  };
  return { job, assumed };
}

const withoutGaps = <T extends object>(part: T): Partial<T> =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Partial<T>;

/** The position that was typed is left out: a map that can be felt for house by house shows who lives where. */
export const placeOf = ({ street, postcode, town }: Address): Address => ({ street, postcode, town });

import { addDays, weekdayOf, type Agreement, type Shift, type Weekday } from '#domain';
import { AnswerOffer, CheckIn, DrawUpAgreement, SignAgreement, type AgreementInput } from '#use-cases';
import type { Village } from './village.js';

/** What stands in the plan, in order of time. */
export const shiftsOf = (village: Village, where: object = {}): Promise<Shift[]> =>
  village.inside((unit) =>
    unit.shifts.list({ state: { notIn: ['cancelled'] }, ...where }, { order: [{ by: 'startsAt' }] }),
  );

/** Month and day are enough to read. */
export const dates = (shifts: readonly Shift[]): string[] => shifts.map(({ date }) => date.slice(5));

export const agreementOf = (village: Village): Promise<Agreement> =>
  village.inside(async (unit) => (await unit.agreements.first({}))!);

export const slots = (weekdays: readonly Weekday[], start = '08:00', end = '12:00') =>
  weekdays.map((weekday) => ({ weekday, start, end, breakMinutes: 0 }));

/** Every day between two, both included, with one of these weekdays. */
export function daysBetween(
  from: string,
  to: string,
  weekdays: readonly number[],
  without: readonly string[] = [],
): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (weekdays.includes(weekdayOf(day)) && !without.includes(day)) days.push(day.slice(5));
  }
  return days;
}

/** Whoever is on comes to every shift until then, so that nothing has to be asked. */
export async function everybodyComes(village: Village, until: string): Promise<void> {
  for (;;) {
    const [next] = await shiftsOf(village, { state: 'planned' });
    if (!next || next.startsAt.toString() > until) break;
    await village.until(next.startsAt);
    await village.use(CheckIn).execute(next.id, undefined, village.employer);
  }
  await village.until(until);
}

/** Jonas has said yes, and this is what was agreed; all three have signed. */
export async function agreed(village: Village, input: Partial<AgreementInput> = {}): Promise<Agreement> {
  const mette = village.as(village.mette);
  const offer = await village.offered();
  await village.use(AnswerOffer).execute(offer.id, { answer: 'yes', how: 'phone' }, mette);
  const usual = {
    startDate: '2026-11-04',
    paid: village.smallJob.weeklyShifts,
    unpaid: [],
    expectations: [],
  };
  const { id } = await village.use(DrawUpAgreement).execute({ offerId: offer.id, ...usual, ...input }, mette);
  for (const party of ['employer', 'citizen'] as const)
    await village.use(SignAgreement).execute(id, party, mette);
  return village.use(SignAgreement).execute(id, 'municipality', mette);
}

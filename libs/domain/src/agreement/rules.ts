import { addDays, refuseUnless, slotMinutes, type LocalDate } from '../kernel/index.js';
import { slotsOverlap, weeklyMinutes } from '../small-job/index.js';
import type { Agreement, HoursPeriod, PaidSlot, Party } from './agreement.js';
import { parties } from './agreement.js';

const sameWords = (a: string, b: string): boolean =>
  a.trim().toLocaleLowerCase('da-DK') === b.trim().toLocaleLowerCase('da-DK');

/**
 * Paid hours from the start or from a day that is agreed now (R67); paid and unpaid never the same task at
 * the same company (R66, R74); no two slots at the same time, and no break as long as its slot.
 */
export function checkAgreement(agreement: Agreement, paidTasks: readonly string[]): void {
  const paid = agreement.hours[0]?.paid ?? [];
  refuseUnless(paid.length > 0, 'agreement.no-paid-hours');
  refuseUnless(
    paid.every((slot) => slot.breakMinutes < slotMinutes(slot)),
    'agreement.break-too-long',
  );
  refuseUnless(!slotsOverlap([...paid, ...agreement.unpaid]), 'agreement.slots-overlap');
  refuseUnless(agreement.paidFrom >= agreement.startDate, 'agreement.dates-invalid');
  const twice = agreement.unpaid.find((slot) => paidTasks.some((task) => sameWords(task, slot.task)));
  refuseUnless(!twice, 'agreement.same-task-paid-and-unpaid', { task: twice?.task });
}

export const hasAllSignatures = (agreement: Agreement): boolean =>
  parties.every((party: Party) => agreement.signatures.some((signature) => signature.party === party));

/** Adds a period of hours; a later one that began on the same day or after gives way. */
export function withHours(periods: readonly HoursPeriod[], next: HoursPeriod): HoursPeriod[] {
  return [...periods.filter((period) => period.from < next.from), next];
}

/** The paid week that counts on a day; none before paid hours begin. */
export function paidWeekOn(agreement: Agreement, date: LocalDate): PaidSlot[] {
  if (date < agreement.paidFrom) return [];
  return agreement.hours.filter((period) => period.from <= date).at(-1)?.paid ?? [];
}

export const weeklyPaidMinutes = (agreement: Agreement, date: LocalDate): number =>
  weeklyMinutes(paidWeekOn(agreement, date));

/** The last day on which shifts are planned now. */
export const planHorizon = (today: LocalDate, weeks: number): LocalDate => addDays(today, weeks * 7);

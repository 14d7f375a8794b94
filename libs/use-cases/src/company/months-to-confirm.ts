import { addDays, standingOf, type LocalDate, type Shift, type Temporal } from '#domain';
import type { UnitOfWork } from '../ports/index.js';

export interface MonthToConfirm {
  /** `2026-11`. */
  month: string;
  toConfirm: number;
}

/** So far back a month is still asked about. */
const DAYS_BACK = 100;

/** Months that are over and have shifts to confirm, the oldest first. */
export async function monthsToConfirm(
  unit: UnitOfWork,
  companyId: string,
  today: LocalDate,
  now: Temporal.Instant,
): Promise<MonthToConfirm[]> {
  const firstOfThisMonth = `${today.slice(0, 7)}-01`;
  const days = { from: addDays(firstOfThisMonth, -DAYS_BACK), to: addDays(firstOfThisMonth, -1) };
  const shifts: Shift[] = await unit.shifts.list({ companyId, date: days, confirmedAt: { isNull: true } });
  const counts = new Map<string, number>();
  for (const shift of shifts) {
    if (standingOf(shift, now) !== 'to-confirm') continue;
    const month = shift.date.slice(0, 7);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return [...counts]
    .map(([month, toConfirm]) => ({ month, toConfirm }))
    .sort((a, b) => a.month.localeCompare(b.month));
}

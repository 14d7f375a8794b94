import {
  addDays,
  slotInstants,
  weekdayOf,
  type Holidays,
  type LocalDate,
  type LocalTime,
  type Temporal,
} from '../kernel/index.js';
import { paidWeekOn, type Agreement } from '../agreement/index.js';

/** A shift that should exist: wall times as agreed, instants derived, so that a series keeps its wall time. */
export interface PlannedShift {
  date: LocalDate;
  start: LocalTime;
  end: LocalTime;
  breakMinutes: number;
  paid: boolean;
  task: string | null;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
}

export interface PlanInput {
  agreement: Agreement;
  /** Both inclusive. */
  from: LocalDate;
  to: LocalDate;
  /** Public holidays and the company's closing days: no shift unless agreed. */
  daysOff: Holidays;
  /** Last day of the small job, if it has one. */
  until: LocalDate | null;
}

/** The shifts of an agreement between two days, in order. Pure: the same input gives the same shifts. */
export function planShifts({ agreement, from, to, daysOff, until }: PlanInput): PlannedShift[] {
  const planned: PlannedShift[] = [];
  const last = until !== null && until < to ? until : to;
  for (
    let date = from > agreement.startDate ? from : agreement.startDate;
    date <= last;
    date = addDays(date, 1)
  ) {
    if (daysOff.has(date)) continue;
    const weekday = weekdayOf(date);
    const paid = paidWeekOn(agreement, date)
      .filter((slot) => slot.weekday === weekday)
      .map((slot) => ({ ...slot, paid: true, task: null }));
    const unpaid = agreement.unpaid
      .filter((slot) => slot.weekday === weekday)
      .map((slot) => ({ ...slot, paid: false, breakMinutes: 0 }));
    for (const slot of [...paid, ...unpaid].sort((a, b) => a.start.localeCompare(b.start))) {
      const { start, end, breakMinutes, paid: isPaid, task } = slot;
      planned.push({ date, start, end, breakMinutes, paid: isPaid, task, ...slotInstants(date, slot) });
    }
  }
  return planned;
}

import {
  addDays,
  instantOf,
  isBefore,
  localDateOf,
  Temporal,
  weekdayOf,
  type LocalDate,
} from '../kernel/index.js';
import { EARLIEST_CHECK_IN } from './attendance.js';
import { arrivedShiftStates, type Shift } from './shift.js';

/** The five buttons of a shift (screens.md). */
export const shiftAnswers = ['here', 'on-the-way', 'later', 'cannot', 'call'] as const;
export type ShiftAnswer = (typeof shiftAnswers)[number];

/** How much later: what a button can say. */
export const laterMinutes = [15, 30, 60, 120] as const;
export type LaterMinutes = (typeof laterMinutes)[number];

/** *Jeg kan ikke i dag*: today, the rest of the week, or nobody knows yet. */
export const absenceSpans = ['today', 'week', 'unknown'] as const;
export type AbsenceSpan = (typeof absenceSpans)[number];

/** Which buttons make sense now; none when the shift is over, cancelled or settled. */
export function answersNow(shift: Shift, now: Temporal.Instant): ShiftAnswer[] {
  if (shift.state === 'cancelled' || shift.confirmedAt !== null || !isBefore(now, shift.endsAt)) return [];
  if (arrivedShiftStates.includes(shift.state)) return ['call'];
  const absent = shift.state === 'absent-reported';
  if (localDateOf(now) < shift.date) return absent ? ['call'] : ['cannot', 'call'];
  const mayBeHere = !isBefore(now, shift.startsAt.subtract(EARLIEST_CHECK_IN));
  return shiftAnswers.filter(
    (answer) => (answer !== 'here' || mayBeHere) && (answer !== 'cannot' || !absent),
  );
}

/** What somebody says twice within this time is one answer: a double click, or a hundred at once. */
const SAME_ANSWER = Temporal.Duration.from('PT2M');

export function isSameAnswer(
  shift: Shift,
  says: 'on-the-way' | 'later',
  minutes: number,
  now: Temporal.Instant,
): boolean {
  const last = shift.evidence.findLast(({ by }) => by === 'citizen');
  if (last?.says !== says || last.minutes !== minutes) return false;
  return isBefore(now, Temporal.Instant.from(last.at).add(SAME_ANSWER));
}

/** When somebody who says so will be there, and whether that is later than was agreed. */
export const arrivalIn = (
  shift: Shift,
  minutes: number,
  now: Temporal.Instant,
): { at: Temporal.Instant; isLate: boolean } => {
  const at = now.add({ minutes });
  return { at, isLate: isBefore(shift.startsAt.add({ minutes: shift.flexibilityMinutes }), at) };
};

/** A link to a shift is good until the day of the shift is over; a night shift has the day it ends on. */
export const linkEndsAt = (shift: Pick<Shift, 'endsAt'>): Temporal.Instant =>
  instantOf(addDays(localDateOf(shift.endsAt.subtract({ milliseconds: 1 })), 1), '00:00');

/** The last day of what the citizen cannot; null: nobody knows. */
export function absentUntil(date: LocalDate, span: AbsenceSpan): LocalDate | null {
  if (span === 'unknown') return null;
  return span === 'today' ? date : addDays(date, 7 - weekdayOf(date));
}

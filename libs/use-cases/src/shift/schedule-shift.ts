import {
  addDays,
  evidenceDueAt,
  graceOf,
  instantOf,
  isBefore,
  latest,
  weekdayOf,
  type Agreement,
  type LocalTime,
  type Shift,
  type Temporal,
} from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { ladderOf } from '../escalation/start-escalation.js';

/** A shift that was planned or moved when it had already begun gets its grace from then. */
export async function scheduleShift(unit: UnitOfWork, shift: Shift, agreement: Agreement): Promise<void> {
  const now = await unit.now();
  const notSeen = await ladderOf(unit, 'not-seen');
  const due = latest(
    evidenceDueAt(shift, notSeen),
    now.add(graceOf({ ...shift, flexibilityMinutes: 0 }, notSeen.graceAfterStart)),
  );
  await unit.wake('shift.check-evidence', shift.id, due);
  const { shiftReminder } = (await unit.municipality()).settings;
  const remindedBefore = addDays(agreement.startDate, shiftReminder.forWeeks * 7);
  if (shift.date >= remindedBefore || !isBefore(now, shift.startsAt)) return;
  const citizen = await unit.citizens.find(shift.citizenId);
  const evening = reminderAt(shift, citizen?.mondayReminder ?? 'sunday', shiftReminder.at);
  await unit.wake('shift.remind', shift.id, latest(evening, now));
}

/** When a shift is reminded of that was planned before then. */
export const reminderAt = (
  shift: Pick<Shift, 'date'>,
  monday: 'friday' | 'sunday',
  at: LocalTime,
): Temporal.Instant => instantOf(reminderDay(shift, monday), at);

/** The evening before; for Monday on Friday or Sunday, as the citizen chose. */
function reminderDay(shift: Pick<Shift, 'date'>, monday: 'friday' | 'sunday'): string {
  if (weekdayOf(shift.date) !== 1) return addDays(shift.date, -1);
  return addDays(shift.date, monday === 'friday' ? -3 : -1);
}

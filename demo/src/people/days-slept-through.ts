import {
  addDays,
  instantOf,
  isBefore,
  weekdayOf,
  type Citizen,
  type LocalTime,
  type Shift,
  type Temporal,
} from '#domain';
import type { UnitOfWork } from '#use-cases';
import { keepWaiting } from './waiting.js';

/**
 * A demo that is started again after some days would find all the shifts that nobody looked after, and write to
 * everybody at once. Its people went to work meanwhile: what has begun counts as kept, and what begins within
 * the hour is let go, since no shift of the demo falls due by itself in the first hour.
 *
 * Only shifts of the demo's own agreements, and only those that nobody has touched.
 */
export async function sleepThrough(unit: UnitOfWork, agreementIds: readonly string[]): Promise<void> {
  await keepWaiting(unit);
  const now = await unit.now();
  const soon = now.add({ hours: 1 });
  const waiting = await unit.shifts.list(
    { agreementId: { in: agreementIds }, state: 'planned' },
    { lock: true },
  );
  const people = await unit.citizens.list({ id: { in: waiting.map(({ citizenId }) => citizenId) } });
  const byId = new Map(people.map((citizen) => [citizen.id, citizen]));
  const { shiftReminder } = (await unit.municipality()).settings;
  for (const shift of waiting) {
    if (isBefore(shift.startsAt, soon)) {
      await unit.shifts.update(isBefore(shift.startsAt, now) ? kept(shift, now) : letGo(shift));
      await unit.forget('shift.check-evidence', shift.id);
    }
    if (isBefore(remindedAt(shift, byId.get(shift.citizenId)!, shiftReminder.at), soon)) {
      await unit.forget('shift.remind', shift.id);
    }
  }
}

const kept = (shift: Shift, now: Temporal.Instant): Shift => ({
  ...shift,
  state: 'present',
  arrivedAt: shift.startsAt,
  leftAt: isBefore(shift.endsAt, now) ? shift.endsAt : null,
  evidence: [
    ...shift.evidence,
    { by: 'workplace', says: 'here', at: shift.startsAt.toString(), minutes: null },
  ],
});

const letGo = (shift: Shift): Shift => ({
  ...shift,
  state: 'cancelled',
  cancelReason: 'Demoen begyndte lige før vagten',
});

/** The evening before; of Monday on Friday or Sunday, as the citizen chose. */
function remindedAt(shift: Shift, { mondayReminder }: Citizen, time: LocalTime): Temporal.Instant {
  const onFriday = weekdayOf(shift.date) === 1 && mondayReminder === 'friday';
  return instantOf(addDays(shift.date, onFriday ? -3 : -1), time);
}

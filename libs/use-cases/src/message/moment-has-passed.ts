import {
  addDays,
  isBefore,
  localDateOf,
  openShiftStates,
  type LocalDate,
  type Message,
  type Temporal,
} from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { purposeOf } from './still-makes-sense.js';

/**
 * The message is too late, because of us and not because things were settled meanwhile: whoever it was for was left
 * uninformed, and a person has to make it good. `leftOn`: the day it was written for.
 */
export async function momentHasPassed(
  unit: UnitOfWork,
  message: Message,
  now: Temporal.Instant,
  leftOn: LocalDate,
): Promise<boolean> {
  const subject = message.subjectId ?? '';
  switch (purposeOf(message)) {
    case 'offer': {
      const offer = await unit.offers.find(subject);
      return offer?.state === 'expired' || (offer?.state === 'sent' && !isBefore(now, offer.expiresAt));
    }
    case 'interest-asked':
    case 'match-proposed':
      return (await unit.matches.find(subject))?.state === 'lapsed';
    case 'shift-reminder':
      return speaksOfAnotherDay(unit, message, now, leftOn);
    case 'shift-moved':
    case 'shift-moved-company':
    case 'shift-back-on':
      return hasBegunUntold(unit, message, now, true);
    case 'shift-cancelled':
    case 'shift-cancelled-company':
      return hasBegunUntold(unit, message, now, false);
    // "I dag" is not today any more.
    case 'well-done':
      return localDateOf(now) !== leftOn;
    default:
      return false;
  }
}

/** "Vi ses i morgen" that is read on the day itself. Of a day further ahead the text says the date. */
async function speaksOfAnotherDay(
  unit: UnitOfWork,
  { subjectId, dedupeKey }: Message,
  now: Temporal.Instant,
  leftOn: LocalDate,
): Promise<boolean> {
  const shift = await unit.shifts.find(subjectId ?? '');
  if (shift?.state !== 'planned' || !dedupeKey.includes(shift.startsAt.toString())) return false;
  const isAhead = isBefore(now, shift.startsAt);
  return isAhead && localDateOf(now) !== leftOn && shift.date <= addDays(leftOn, 1);
}

async function hasBegunUntold(
  unit: UnitOfWork,
  { subjectId, dedupeKey, createdAt }: Message,
  now: Temporal.Instant,
  takesPlace: boolean,
): Promise<boolean> {
  const shift = await unit.shifts.find(subjectId ?? '');
  if (!shift || isBefore(now, shift.startsAt) || !isBefore(createdAt, shift.startsAt)) return false;
  if (!takesPlace) return shift.state === 'cancelled';
  return openShiftStates.includes(shift.state) && dedupeKey.includes(shift.startsAt.toString());
}

import {
  addDays,
  instantOf,
  isBefore,
  isLocalTime,
  latest,
  localDateOf,
  refuseUnless,
  Temporal,
} from '../kernel/index.js';
import type { Evidence, Shift } from './shift.js';
import { openShiftStates } from './shift.js';

/** How long everybody waits when no minutes are named. */
export const USUAL_WAIT_MINUTES = { 'on-the-way': 30, later: 60 } as const;

/** What somebody says of a person who comes later: in so many minutes, or at a wall time or instant. */
export interface Later {
  minutes?: number;
  at?: string;
}

const isDelay = ({ says }: Evidence): boolean => says === 'on-the-way' || says === 'later';

const awaitedBy = ({ at, minutes, says }: Evidence): Temporal.Instant =>
  Temporal.Instant.from(at).add({
    minutes: minutes ?? USUAL_WAIT_MINUTES[says === 'later' ? 'later' : 'on-the-way'],
  });

/** When the person could be there at the earliest: PÅ VEJ and SENERE, whoever says so, move it. */
export const expectedAt = (shift: Shift): Temporal.Instant =>
  shift.evidence.filter(isDelay).map(awaitedBy).reduce(latest, shift.startsAt);

/** The same while somebody is awaited later than planned; null otherwise. */
export function awaitedLater(shift: Shift): Temporal.Instant | null {
  if (!openShiftStates.includes(shift.state)) return null;
  const at = expectedAt(shift);
  return isBefore(shift.startsAt, at) ? at : null;
}

/**
 * When somebody who "comes later" is awaited. Minutes count from the start, or from now when it has begun.
 *
 * @throws shift.wrong-state when the person is here or does not come, shift.times-invalid when that is not ahead
 * and within the shift.
 */
export function laterThan(shift: Shift, { minutes, at }: Later, now: Temporal.Instant): Temporal.Instant {
  refuseUnless(openShiftStates.includes(shift.state), 'shift.wrong-state', { from: shift.state });
  const from = latest(now, shift.startsAt);
  const awaited =
    at === undefined ? from.add({ minutes: minutes ?? USUAL_WAIT_MINUTES.later }) : readTime(shift, at);
  const fits = isBefore(from, awaited) && isBefore(awaited, shift.endsAt);
  refuseUnless(fits, 'shift.times-invalid', { end: shift.end });
  return awaited;
}

/** A time of day belongs to the next day when the shift runs over midnight and the time is before its start. */
function readTime(shift: Shift, text: string): Temporal.Instant {
  if (!isLocalTime(text)) return Temporal.Instant.from(text);
  const at = instantOf(shift.date, text);
  const overMidnight = localDateOf(shift.endsAt) > shift.date;
  return overMidnight && isBefore(at, shift.startsAt) ? instantOf(addDays(shift.date, 1), text) : at;
}

/** Whole minutes, never fewer than are left: what is promised is not asked after a minute too early. */
export const minutesUntil = (awaited: Temporal.Instant, now: Temporal.Instant): number =>
  Math.max(1, Math.ceil((awaited.epochMilliseconds - now.epochMilliseconds) / 60_000));

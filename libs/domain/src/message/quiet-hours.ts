import { Temporal, addDays, instantOf, localDateOf, localTimeOf, minutesOfDay } from '../kernel/index.js';
import type { QuietHours } from '../municipality/index.js';

/** The first moment from `wanted` on when a message may go out: never at night (20 to 7 by default). */
export function firstAllowed(wanted: Temporal.Instant, quiet: QuietHours | null): Temporal.Instant {
  if (quiet === null) return wanted;
  const minute = minutesOfDay(localTimeOf(wanted));
  const from = minutesOfDay(quiet.from);
  const to = minutesOfDay(quiet.to);
  const date = localDateOf(wanted);
  if (from > to) {
    if (minute >= from) return instantOf(addDays(date, 1), quiet.to);
    if (minute < to) return instantOf(date, quiet.to);
    return wanted;
  }
  return minute >= from && minute < to ? instantOf(date, quiet.to) : wanted;
}

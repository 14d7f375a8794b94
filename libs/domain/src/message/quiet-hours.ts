import {
  Temporal,
  addDays,
  instantOf,
  isBefore,
  localDateOf,
  localTimeOf,
  minutesOfDay,
} from '../kernel/index.js';
import type { QuietHours } from '../municipality/index.js';

/** The first moment from `wanted` on when a message may go out: never at night (20 to 7 by default). */
export function firstAllowed(wanted: Temporal.Instant, quiet: QuietHours | null): Temporal.Instant {
  if (quiet === null) return wanted;
  const minute = minutesOfDay(localTimeOf(wanted));
  const from = minutesOfDay(quiet.from);
  const to = minutesOfDay(quiet.to);
  const date = localDateOf(wanted);
  const isQuiet = from > to ? minute >= from || minute < to : minute >= from && minute < to;
  if (!isQuiet) return wanted;
  const end = instantOf(from > to && minute >= from ? addDays(date, 1) : date, quiet.to);
  // In the second of the two hours of the autumn night the end is the second one, too.
  return isBefore(end, wanted) ? end.add({ hours: 1 }) : end;
}

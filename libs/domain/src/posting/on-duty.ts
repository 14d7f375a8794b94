import { minutesOfDay, type WeeklySlot } from '../kernel/index.js';
import type { ContactHours } from '../staff/index.js';

/** Shifts that begin when the contact does not answer the phone: said openly to both sides as "uden vagt". */
export const outsideContactHours = <S extends WeeklySlot>(
  shifts: readonly S[],
  { weekdays, from, to }: ContactHours,
): S[] =>
  shifts.filter(({ weekday, start }) => {
    const at = minutesOfDay(start);
    return !weekdays.includes(weekday) || at < minutesOfDay(from) - EARLY || at >= minutesOfDay(to);
  });

/** The ladder waits at least a quarter of an hour after the start, and by then the phone is open. */
const EARLY = 15;

import { addDays, localDateOf, Temporal } from '#domain';

/** "2026-10": the month before this one, in Danish time as the pages have it. */
export function lastMonth(now = Temporal.Now.instant()): string {
  const today = localDateOf(now);
  return addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
}

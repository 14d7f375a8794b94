/** Who came late counts from when she or he came; `greatest` overlooks a time that is not known. */
const CAME = `CASE WHEN state = 'late' THEN greatest(arrived_at, starts_at) ELSE starts_at END`;

const WORKED = `greatest(0, ${minutes(CAME, 'coalesce(left_at, ends_at)')})`;

/**
 * The minutes that count for a shift, as `countedMinutes` in libs/domain/src/shift/attendance.ts says it: confirmed;
 * otherwise what is known of coming and leaving; otherwise the plan. Of one row alone: a subquery in here would run once
 * for each of a municipality's shifts.
 */
export const COUNTED_MINUTES = `
  CASE
    WHEN confirmed_minutes IS NOT NULL THEN confirmed_minutes
    WHEN state IN ('cancelled', 'missed', 'absent-reported') THEN 0
    WHEN state NOT IN ('present', 'late') THEN greatest(0, ${minutes('starts_at', 'ends_at')} - break_minutes)
    WHEN ${WORKED} > break_minutes THEN ${WORKED} - break_minutes
    ELSE ${WORKED}
  END`;

/**
 * Whole minutes, rounded down. Milliseconds are whole in these columns, so what a double cannot hold is a thousand times
 * smaller than what would change the minute; numeric arithmetic takes four times as long.
 */
function minutes(from: string, to: string): string {
  return `floor(date_part('epoch', (${to}) - (${from})) / 60)::int`;
}

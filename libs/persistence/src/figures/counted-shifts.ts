/** Who came late counts from when she or he came; `greatest` overlooks a time that is not known. */
const CAME = `CASE WHEN state = 'late' THEN greatest(arrived_at, starts_at) ELSE starts_at END`;

/**
 * The minutes that count for a shift, as `countedMinutes` in libs/domain/src/shift/attendance.ts says it: confirmed;
 * otherwise what is known of coming and leaving; otherwise the plan.
 */
export const COUNTED_MINUTES = `
  CASE
    WHEN confirmed_minutes IS NOT NULL THEN confirmed_minutes
    WHEN state IN ('cancelled', 'missed', 'absent-reported') THEN 0
    WHEN state NOT IN ('present', 'late') THEN greatest(0, ${minutes('starts_at', 'ends_at')} - break_minutes)
    ELSE (
      SELECT CASE
        WHEN worked > break_minutes
          THEN least(greatest(0, ${minutes('starts_at', 'coalesce(left_at, ends_at)')} - break_minutes), worked - break_minutes)
        ELSE worked END
      FROM (SELECT greatest(0, ${minutes(CAME, 'coalesce(left_at, ends_at)')}) AS worked) AS work
    )
  END`;

/** Whole minutes, rounded down. Milliseconds are whole in these columns, so numeric arithmetic is exact. */
function minutes(from: string, to: string): string {
  return `floor(extract(epoch FROM (${to}) - (${from})) / 60)::int`;
}

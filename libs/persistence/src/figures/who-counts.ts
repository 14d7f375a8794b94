/**
 * Agreements under which somebody is in paid hours on the day `$2`: signed, not ended by the end of that day, paid hours
 * begun, the last period of hours before it has some, and the small job has not had its last day: the agreement ends in
 * the night after, and shifts are planned no further. As `paidWeekOn` of the domain.
 */
export const IN_PAID_HOURS = `
  signed_at < ($2::date + 1)::timestamp AT TIME ZONE 'Europe/Copenhagen'
  AND (ended_at IS NULL OR ended_at >= ($2::date + 1)::timestamp AT TIME ZONE 'Europe/Copenhagen')
  AND paid_from <= $2
  AND (
    SELECT jsonb_array_length(period -> 'paid') FROM jsonb_array_elements(hours) WITH ORDINALITY AS one (period, place)
    WHERE (period ->> 'from')::date <= $2 ORDER BY place DESC LIMIT 1
  ) > 0
  AND NOT EXISTS (
    SELECT FROM small_jobs
    WHERE small_jobs.municipality_id = $1 AND small_jobs.id = agreements.small_job_id AND end_date < $2
  )`;

/**
 * Who has said yes and has nothing going on, as `inPlay` of the use cases says it, and since when it has been quiet, as
 * `ProposalsSoFar` does.
 */
export const waitingSql = `
  WITH busy AS (
    SELECT citizen_id FROM matches WHERE municipality_id = $1 AND state IN ('asking', 'proposed')
    UNION SELECT citizen_id FROM offers WHERE municipality_id = $1 AND (state IN ('sent', 'visiting')
      OR (state = 'accepted' AND NOT EXISTS (
        SELECT FROM agreements WHERE agreements.municipality_id = $1 AND agreements.offer_id = offers.id
          AND agreements.state = 'ended')))
    UNION SELECT citizen_id FROM agreements WHERE municipality_id = $1 AND state <> 'ended'
  ), heard AS (
    SELECT citizen_id, max(at) AS quiet_since, bool_or(of_company) AS proposed FROM (
      SELECT citizen_id, proposed_at AS at, true AS of_company FROM matches
      WHERE municipality_id = $1 AND proposed_at IS NOT NULL
      UNION ALL SELECT citizen_id, ended_at, false FROM agreements
      WHERE municipality_id = $1 AND ended_at IS NOT NULL) AS times
    GROUP BY citizen_id
  ), waiting AS (
    SELECT id, waiting_since, quiet_since, coalesce(proposed, false) AS proposed
    FROM citizens LEFT JOIN heard ON heard.citizen_id = citizens.id
    WHERE municipality_id = $1 AND said_yes
      AND NOT EXISTS (SELECT FROM busy WHERE busy.citizen_id = citizens.id)
  )`;

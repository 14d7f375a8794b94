import type { Pool, PoolClient } from 'pg';

const AUDITOR_LOCK = 'fodfaeste-auditor';
/** Of each kind at a time; the next audit finds the others. */
const AT_MOST = 200;

/** Something that should not be so, known by its ids. */
export interface Finding {
  kind: FindingKind;
  municipalityId: string;
  subjectId: string;
  /** Only of ladders: the work was tried and given up. */
  hasFailed: boolean;
}

const hasJob = (job: string, row: string): string =>
  `EXISTS (SELECT FROM due_jobs d WHERE d.municipality_id = ${row}.municipality_id AND d.job = '${job}'
     AND d.subject_id = ${row}.id AND d.done_at IS NULL)`;

const ladderJob = (state: 'IS NULL' | 'IS NOT NULL'): string => `
  CASE e.state
    WHEN 'open' THEN EXISTS (
      SELECT FROM escalation_steps s
      JOIN due_jobs d ON d.municipality_id = s.municipality_id AND d.job = 'escalation.take-step'
        AND d.subject_id = s.id AND d.done_at IS NULL AND d.failed_at ${state}
      WHERE s.municipality_id = e.municipality_id AND s.escalation_id = e.id AND s.round = e.round
        AND s.state = 'waiting')
    ELSE EXISTS (
      SELECT FROM due_jobs d
      WHERE d.municipality_id = e.municipality_id AND d.subject_id = e.id
        AND d.job = ANY (CASE e.state WHEN 'snoozed' THEN ARRAY['escalation.resume']
          ELSE ARRAY['escalation.ask-still-at-it', 'escalation.expire-acknowledge'] END)
        AND d.done_at IS NULL AND d.failed_at ${state})
  END`;

/**
 * One cheap question each. A job that was given up is not missing: it stands among the failed ones, for a person. Only a
 * ladder may not wait for that, so there it counts as nothing.
 */
export const audits = {
  /** A case that is not closed, that nothing will wake and nobody has on a list. */
  'silent-ladder': `
    SELECT e.municipality_id, e.id, ${ladderJob('IS NOT NULL')} AS has_failed
    FROM escalations e
    WHERE e.state <> 'closed' AND NOT ${ladderJob('IS NULL')}
      AND NOT EXISTS (SELECT FROM tasks t WHERE t.municipality_id = e.municipality_id
        AND t.escalation_id = e.id AND t.done_at IS NULL)
    ORDER BY e.opened_at`,
  'message-on-its-way': `
    SELECT m.municipality_id, m.id FROM messages m
    WHERE m.state = 'sending' AND m.state_at < statement_timestamp() - interval '60 seconds'`,
  'message-not-asked-for': `
    SELECT m.municipality_id, m.id FROM messages m
    WHERE m.state = 'queued' AND m.not_before < statement_timestamp() AND NOT ${hasJob('message.deliver', 'm')}
    ORDER BY m.not_before`,
  'offer-not-expired': `
    SELECT o.municipality_id, o.id FROM offers o
    WHERE o.state = 'sent' AND o.expires_at < statement_timestamp() AND NOT ${hasJob('offer.expire', 'o')}
    ORDER BY o.expires_at`,
  'shift-not-checked': `
    SELECT s.municipality_id, s.id FROM shifts s
    WHERE s.state = 'planned' AND s.starts_at < statement_timestamp()
      AND NOT ${hasJob('shift.check-evidence', 's')}
    ORDER BY s.starts_at`,
  'event-not-routed': `
    SELECT municipality_id, id FROM events
    WHERE routed_at IS NULL AND occurred_at < statement_timestamp() - interval '30 seconds'
    ORDER BY occurred_at`,
  'job-overdue': `
    SELECT municipality_id, id FROM due_jobs
    WHERE done_at IS NULL AND failed_at IS NULL
      AND coalesce(retry_at, due_at) < statement_timestamp() - interval '60 seconds'
      AND (claimed_until IS NULL OR claimed_until < statement_timestamp())
    ORDER BY coalesce(retry_at, due_at)`,
  'job-failed': `SELECT municipality_id, id FROM due_jobs WHERE failed_at IS NOT NULL ORDER BY failed_at DESC`,
} as const;

export type FindingKind = keyof typeof audits;
export const findingKinds = Object.keys(audits) as FindingKind[];

/**
 * Looks at everything once. Of several processes one looks at a time, and none when one has just looked: whoever did says
 * so by the heartbeat `auditor`. The lock ends with the transaction, also of a process that stands still.
 *
 * @returns undefined when another one looks or has looked less than so many seconds ago.
 */
export async function audit(
  pool: Pool,
  { atLeastSecondsApart }: { atLeastSecondsApart: number },
): Promise<Finding[] | undefined> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN READ ONLY');
    const findings = (await isOurs(client, atLeastSecondsApart)) ? await look(client) : undefined;
    await client.query('COMMIT');
    client.release();
    return findings;
  } catch (error) {
    // A connection in an unknown state is not given to anybody else.
    client.release(true);
    throw error;
  }
}

async function isOurs(client: PoolClient, seconds: number): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AND NOT EXISTS (
       SELECT FROM heartbeats WHERE name = 'auditor' AND at > clock_timestamp() - make_interval(secs => $2)
     ) AS free`,
    [AUDITOR_LOCK, seconds],
  );
  return rows[0]!.free;
}

async function look(client: PoolClient): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const kind of findingKinds) {
    const { rows } = await client.query<{ municipality_id: string; id: string; has_failed?: boolean }>(
      `${audits[kind]} LIMIT ${AT_MOST}`,
    );
    for (const { municipality_id, id, has_failed = false } of rows)
      findings.push({ kind, municipalityId: municipality_id, subjectId: id, hasFailed: has_failed });
  }
  return findings;
}

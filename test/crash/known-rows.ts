import type pg from 'pg';
import { withClient } from '../../demo/src/database/index.js';

/** A message of which nobody knows, or that certainly did not go, and whether a person has it on a list. */
interface LeftToPeople {
  state: 'uncertain' | 'failed';
  /** As the message tells it. */
  reason: string | null;
  shiftId: string | null;
  citizenId: string | null;
  /** What else the message is about: a match. */
  subjectId: string | null;
  receiver: 'citizen' | 'contact' | 'leader';
  isShown: boolean;
  /** From the moment a worker took it until a person had it on the list. */
  shownAfterMs: number | null;
}

/** What the judge and the report ask of our rows, each by the id of a shift or a citizen. */
export interface Known {
  leftToPeople: LeftToPeople[];
  lastSteps: Map<string, number>;
  /** When each last step, a task, was there; milliseconds since 1970. */
  lastStepsAt: Map<string, number>;
  stepsTaken: Map<string, number>;
  notes: Map<string, number>;
  unfinished: number;
  repaired: number;
}

/** Jobs of the scenario; those of another day (reminders, the list at the end of the day) are not due. */
const STILL_DUE = `due_at <= now() AND done_at IS NULL AND failed_at IS NULL
  AND job IN ('shift.check-evidence', 'escalation.take-step', 'message.deliver', 'message.settle', 'offer.tell-company')`;
/** Only what the network did to a message excuses that it did not go: not a cap, and nothing that we decided. */
const PROVIDER_AWAY = [
  'provider-spared',
  'connection-refused',
  'connection-failed',
  'connection-lost',
  'timeout',
  'too-late',
];

/** How much is due and not done; 0 when everything has been caught up with. */
export const stillToDo = (adminUrl: string): Promise<number> =>
  withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      `SELECT (SELECT count(*) FROM due_jobs WHERE ${STILL_DUE})
        + (SELECT count(*) FROM messages WHERE state IN ('queued', 'sending') AND not_before <= now())
        + (SELECT count(*) FROM shifts JOIN small_jobs ON small_jobs.id = small_job_id
           WHERE state = 'planned' AND title LIKE 'Opgave %')
        + (SELECT count(*) FROM escalation_steps WHERE state = 'waiting') AS count`,
    );
    return Number(rows[0]!.count);
  });

export const knownRows = (adminUrl: string): Promise<Known> =>
  withClient(adminUrl, async (client) => ({
    leftToPeople: await leftToPeople(client),
    lastSteps: await counted(
      client,
      `SELECT shift_id AS id, count(*) FROM tasks WHERE kind = 'nobody-took-it' GROUP BY 1`,
    ),
    lastStepsAt: await counted(
      client,
      `SELECT shift_id AS id, round(extract(epoch FROM min(created_at)) * 1000) AS count FROM tasks
       WHERE kind = 'nobody-took-it' GROUP BY 1`,
    ),
    stepsTaken: await counted(
      client,
      `SELECT shift_id AS id, count(*) FROM escalation_steps JOIN escalations ON escalations.id = escalation_id
       WHERE escalation_steps.state = 'taken' GROUP BY 1`,
    ),
    notes: await counted(client, 'SELECT citizen_id AS id, count(*) FROM notes GROUP BY 1'),
    unfinished: await stillToDo(adminUrl),
    repaired: (await numbers(client, 'SELECT count(*) AS n FROM due_jobs WHERE repaired_at IS NOT NULL'))[0]!,
  }));

async function leftToPeople(client: pg.Client): Promise<LeftToPeople[]> {
  const { rows } = await client.query<{
    state: LeftToPeople['state'];
    reason: string | null;
    shift_id: string | null;
    citizen_id: string | null;
    subject_id: string | null;
    receiver: string;
    role: string | null;
    shown_at: Date | null;
    shown_after_ms: string | null;
  }>(
    `SELECT messages.state, messages.reason, escalations.shift_id, messages.citizen_id, messages.subject_id,
       messages.receiver, staff.role, shown.at AS shown_at,
       extract(epoch FROM shown.at - messages.claimed_at) * 1000 AS shown_after_ms
     FROM messages
     LEFT JOIN escalation_steps ON escalation_steps.id = messages.escalation_step_id
     LEFT JOIN escalations ON escalations.id = escalation_steps.escalation_id
     LEFT JOIN staff ON staff.id = messages.staff_id
     LEFT JOIN LATERAL (SELECT min(created_at) AS at FROM tasks WHERE message_id = messages.id) AS shown ON true
     WHERE messages.state = 'uncertain' OR messages.state = 'failed' AND messages.reason = ANY ($1)`,
    [PROVIDER_AWAY],
  );
  return rows.map((row) => ({
    state: row.state,
    reason: row.reason,
    shiftId: row.shift_id,
    citizenId: row.citizen_id,
    subjectId: row.subject_id,
    receiver: row.receiver === 'citizen' ? 'citizen' : row.role === 'leader' ? 'leader' : 'contact',
    isShown: row.shown_at !== null,
    shownAfterMs: row.shown_after_ms === null ? null : Math.round(Number(row.shown_after_ms)),
  }));
}

async function counted(client: pg.Client, sql: string): Promise<Map<string, number>> {
  const { rows } = await client.query<{ id: string; count: string }>(sql);
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}

async function numbers(client: pg.Client, sql: string): Promise<number[]> {
  const { rows } = await client.query<{ n: string }>(sql);
  return rows.map(({ n }) => Math.round(Number(n)));
}

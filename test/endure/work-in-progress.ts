import { QueueEvents } from 'bullmq';
import { queueNames } from '#queues';
import { withClient } from '../../demo/src/database/index.js';

/** What BullMQ says of jobs whose worker went away without finishing them. */
export class Stalls {
  count = 0;
  private readonly listening: QueueEvents[] = [];

  async start(redisUrl: string): Promise<void> {
    const { hostname: host, port } = new URL(redisUrl);
    for (const name of queueNames) {
      const events = new QueueEvents(name, {
        prefix: 'fodfaeste',
        connection: { host, port: Number(port), maxRetriesPerRequest: null },
      });
      events.on('error', () => undefined);
      events.on('stalled', () => (this.count += 1));
      this.listening.push(events);
      await events.waitUntilReady();
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.listening.map((events) => events.close()));
  }
}

/** How many due jobs somebody works on right now. */
export const activeJobs = (adminUrl: string): Promise<number> =>
  numberOf(
    adminUrl,
    'SELECT count(*) FROM due_jobs WHERE claimed_until > clock_timestamp() AND done_at IS NULL',
  );

/** Due jobs that were begun more than once, or that the sweeper had to find: somebody left them lying. */
export async function leftLying(adminUrl: string): Promise<{ begunAgain: string[]; repaired: string[] }> {
  const named = async (condition: string): Promise<string[]> =>
    withClient(adminUrl, async (client) => {
      const { rows } = await client.query<{ job: string; subject_id: string; last_error: string | null }>(
        `SELECT job, subject_id, last_error FROM due_jobs WHERE ${condition}`,
      );
      return rows.map(({ job, subject_id, last_error }) => `${job} ${subject_id} ${last_error ?? ''}`.trim());
    });
  return { begunAgain: await named('attempts > 1'), repaired: await named('repaired_at IS NOT NULL') };
}

/** Ladders that have not begun when the last version is there. @returns how many have */
export const callOffTheRest = (adminUrl: string): Promise<number> =>
  numberOf(
    adminUrl,
    `WITH rest AS (UPDATE shifts SET state = 'cancelled', cancel_reason = 'prøven er slut' FROM small_jobs
       WHERE small_jobs.id = small_job_id AND title LIKE 'Opgave %' AND state = 'planned'
         AND starts_at > now() + interval '1 second' RETURNING shifts.id)
     SELECT count(*) - (SELECT count(*) FROM rest) AS count FROM small_jobs WHERE title LIKE 'Opgave %'`,
  );

const numberOf = (adminUrl: string, sql: string): Promise<number> =>
  withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ count: string }>(sql);
    return Number(rows[0]!.count);
  });

import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '../../../demo/src/database/index.js';
import { until } from '../../support/until.js';
import { bareQueue } from './bare-queue.js';
import { type Backend, Installed } from './installed.js';
import { latenessOf, type Lateness } from './lateness.js';
import { dueTogether, openCases } from './open-cases.js';

/** Until they are due: enough for the relay to know of them. */
const AHEAD_MS = 8_000;
const DONE_WITHIN_MS = 300_000;

export interface StepsDue {
  steps: number;
  by: `${Backend}, ${number} worker${'' | 's'}` | 'bare BullMQ on Redis';
  /** After its own due time, by the clock of the database. */
  lateMs: Lateness;
  /** From the first due time until the last was taken. */
  perSecond: number;
  taken: number;
  /** Those that the sweeper had to find. */
  repaired: number;
}

/** So many steps within one second, by this many workers. */
export async function stepsDue(
  dist: string,
  steps: number,
  workers: number,
  backend: Backend,
): Promise<StepsDue> {
  const installed = await Installed.start(dist);
  try {
    const cases = await openCases(installed, steps);
    await installed.workers(workers, backend);
    const at = new Date(Date.now() + AHEAD_MS);
    await dueTogether(installed, cases, at);
    const by = `${backend}, ${workers} worker${workers === 1 ? '' : 's'}` as const;
    return { ...(await whenTaken(installed, steps, at)), by };
  } finally {
    await installed.stop();
  }
}

/** The limit: the same use case, woken by BullMQ alone. A job that is lost there is lost. */
export async function barelyDue(dist: string, steps: number): Promise<StepsDue> {
  const installed = await Installed.start(dist);
  try {
    const cases = await openCases(installed, steps);
    const at = new Date(Date.now() + AHEAD_MS);
    await dueTogether(installed, cases, at);
    const bare = await bareQueue(installed, cases, at);
    try {
      return { ...(await whenTaken(installed, steps, at)), by: 'bare BullMQ on Redis' };
    } finally {
      await bare.close();
    }
  } finally {
    await installed.stop();
  }
}

async function whenTaken({ addresses }: Installed, steps: number, at: Date): Promise<Omit<StepsDue, 'by'>> {
  await sleep(Math.max(0, at.getTime() - Date.now()));
  return withClient(addresses.adminUrl, async (client) => {
    const taken = async (): Promise<boolean> => {
      const { rows } = await client.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM escalation_steps WHERE state = 'taken'`,
      );
      return rows[0]!.n >= steps;
    };
    await until('all steps are taken', taken, DONE_WITHIN_MS);
    const { rows } = await client.query<{ late: number; after: number }>(
      `SELECT (extract(epoch FROM taken_at - due_at) * 1000)::float8 AS late,
         (extract(epoch FROM taken_at - $1) * 1000)::float8 AS after
       FROM escalation_steps WHERE state = 'taken'`,
      [at],
    );
    const { rows: repairs } = await client.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM due_jobs WHERE repaired_at IS NOT NULL',
    );
    const last = Math.max(...rows.map(({ after }) => after));
    return {
      steps,
      lateMs: latenessOf(rows.map(({ late }) => late)),
      perSecond: Math.round((steps * 1000) / last),
      taken: rows.length,
      repaired: repairs[0]!.n,
    };
  });
}

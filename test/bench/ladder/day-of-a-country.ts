import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '../../../demo/src/database/index.js';
import { ladder, LADDER_TAKES_MS, setUp } from '../../crash/scenario.js';
import { judge } from '../../crash/judge.js';
import { knownRows, stillToDo } from '../../crash/known-rows.js';
import { Installed } from './installed.js';
import { latenessOf, type Lateness } from './lateness.js';

/** Shifts begin within so many hours of a day. */
const HOURS_OF_A_DAY = 14;
const SETTLES_WITHIN_MS = 600_000;
const MOST_FINDINGS = 30;

export interface Day {
  shifts: number;
  missed: number;
  minutes: number;
  /** How much faster than the clock the shifts begin; ladders climb in seconds. */
  accelerated: number;
  steps: number;
  messages: number;
  /** Of the question whether somebody came, for every shift. */
  checksLateMs: Lateness;
  stepsLateMs: Lateness;
  repaired: number;
  /** What did not happen, and what happened twice or to somebody who was there, in words; none. */
  findings: string[];
}

/** Every shift of the country on one day, by one worker: of most somebody has said that they are there. */
export async function dayOfACountry(
  dist: string,
  shifts: number,
  missedShare: number,
  minutes: number,
): Promise<Day> {
  const installed = await Installed.start(dist);
  try {
    const overMs = minutes * 60_000;
    const scenario = await setUp(installed.addresses.apiUrl, { ladders: shifts, requests: 0, overMs });
    const missed = Math.round(shifts * missedShare);
    const away = await mostAreThere(installed, scenario.ladders, missed);
    await startIn(installed, 20_000);
    await installed.workers(1, 'redis');
    await sleep(20_000 + overMs + LADDER_TAKES_MS);
    for (const end = Date.now() + SETTLES_WITHIN_MS; Date.now() < end; await sleep(1_000))
      if ((await stillToDo(installed.addresses.adminUrl)) === 0) break;
    const heard = installed.ledger.lines();
    const late = await howLate(installed);
    const verdict = judge({
      scenario,
      lines: heard,
      known: await knownRows(installed.addresses.adminUrl),
      requests: { answered: new Set() },
      kills: 0,
      silent: new Set(scenario.ladders.flatMap(({ shiftId }) => (away.has(shiftId) ? [] : [shiftId]))),
    });
    return {
      shifts,
      missed,
      minutes,
      accelerated: Math.round((HOURS_OF_A_DAY * 60) / minutes),
      messages: heard.length,
      ...late,
      findings: [
        ...verdict.lost.map((what) => `lost: ${what}`),
        ...verdict.doubled.map((what) => `doubled: ${what}`),
        ...verdict.strays.map((what) => `belongs to nothing: ${what}`),
        ...(verdict.unfinished > 0 ? [`${verdict.unfinished} unfinished`] : []),
        ...(late.steps === missed * ladder.steps.length ? [] : [`${late.steps} steps`]),
        ...(late.checksLateMs.count === shifts ? [] : [`${late.checksLateMs.count} checks`]),
      ].slice(0, MOST_FINDINGS),
    };
  } finally {
    await installed.stop();
  }
}

/** @returns the shifts of those who are not. */
async function mostAreThere(
  { addresses }: Installed,
  ladders: readonly { shiftId: string }[],
  missed: number,
): Promise<Set<string>> {
  const every = Math.floor(ladders.length / missed);
  const away = ladders.filter((_, at) => at % every === 0).slice(0, missed);
  await withClient(addresses.adminUrl, (client) =>
    client.query(`UPDATE shifts SET state = 'present', arrived_at = starts_at WHERE NOT id = ANY($1)`, [
      away.map(({ shiftId }) => shiftId),
    ]),
  );
  return new Set(away.map(({ shiftId }) => shiftId));
}

/** Filling the tables took its time: the day begins in so many milliseconds. */
async function startIn({ addresses }: Installed, milliseconds: number): Promise<void> {
  await withClient(addresses.adminUrl, async (client) => {
    await client.query('ANALYZE');
    await client.query(
      `WITH late AS (SELECT clock_timestamp() + make_interval(secs => $1) - min(due_at) AS by FROM due_jobs
         WHERE job = 'shift.check-evidence'),
       moved AS (UPDATE shifts SET starts_at = starts_at + late.by, ends_at = ends_at + late.by FROM late)
       UPDATE due_jobs SET due_at = date_trunc('milliseconds', due_at + late.by), enqueued_at = NULL FROM late
       WHERE job = 'shift.check-evidence'`,
      [milliseconds / 1_000],
    );
  });
}

async function howLate({
  addresses,
}: Installed): Promise<Pick<Day, 'steps' | 'checksLateMs' | 'stepsLateMs' | 'repaired'>> {
  return withClient(addresses.adminUrl, async (client) => {
    const late = async (sql: string): Promise<number[]> =>
      (await client.query<{ ms: number }>(sql)).rows.map(({ ms }) => ms);
    const steps = await late(
      `SELECT (extract(epoch FROM taken_at - due_at) * 1000)::float8 AS ms FROM escalation_steps WHERE state = 'taken'`,
    );
    const checks = await late(
      `SELECT (extract(epoch FROM done_at - due_at) * 1000)::float8 AS ms FROM due_jobs
       WHERE job = 'shift.check-evidence' AND done_at IS NOT NULL`,
    );
    const [repaired] = await late(
      'SELECT count(*)::float8 AS ms FROM due_jobs WHERE repaired_at IS NOT NULL',
    );
    return {
      steps: steps.length,
      stepsLateMs: latenessOf(steps),
      checksLateMs: latenessOf(checks),
      repaired: repaired ?? 0,
    };
  });
}

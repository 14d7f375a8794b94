import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { audits, Dispatch, findingKinds, type FindingKind } from '#persistence';
import { withClient } from '../../../demo/src/database/index.js';
import { Installed } from './installed.js';
import { openCases } from './open-cases.js';

const ROUNDS = 30;
const STEPS_OF_A_LADDER = 4;

export interface AuditorBeside {
  finishedLadders: number;
  finishedSteps: number;
  doneJobs: number;
  openCases: number;
  /** All questions of one audit in one transaction, as the worker asks them. */
  auditMs: { p50: number; p99: number; max: number };
  /** What was found: nothing is wrong here, so that is nothing. */
  found: number;
  /** Of each question: the longest of the rounds, and the indexes that its plan uses. */
  questions: { kind: FindingKind; maxMs: number; indexes: string[] }[];
}

/** How long an audit takes beside so many finished ladders, with rows as the product writes them. */
export async function auditorBeside(dist: string, finished: number, open: number): Promise<AuditorBeside> {
  const installed = await Installed.start(dist);
  try {
    const { adminUrl, dispatchUrl } = installed.addresses;
    await openCases(installed, open);
    await withClient(adminUrl, (client) => finish(client, finished));
    const questions = await withClient(dispatchUrl, questionsOf);
    const dispatch = new Dispatch({ url: dispatchUrl });
    const times: number[] = [];
    let found = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const begun = performance.now();
      const findings = await dispatch.audit({ atLeastSecondsApart: 0 });
      times.push(performance.now() - begun);
      found += findings?.length ?? 0;
      await sleep(20);
    }
    await dispatch.close();
    const sorted = times.sort((a, b) => a - b);
    const at = (share: number): number => rounded(sorted[Math.floor(share * (sorted.length - 1))]!);
    return {
      finishedLadders: finished,
      finishedSteps: finished * STEPS_OF_A_LADDER,
      doneJobs: finished,
      openCases: open,
      auditMs: { p50: at(0.5), p99: at(0.99), max: at(1) },
      found,
      questions,
    };
  } finally {
    await installed.stop();
  }
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;

/** Copies of one row of each kind, as it is when it is over: years of them. */
async function finish(client: Client, count: number): Promise<void> {
  await client.query('SET session_replication_role = replica');
  const id = 'gen_random_uuid()';
  await copies(client, 'escalations', count, { id, shift_id: id, state: `'closed'`, next_step_at: 'NULL' });
  const over = { id, escalation_id: id, state: `'taken'` };
  await copies(client, 'escalation_steps', count * STEPS_OF_A_LADDER, over);
  const done = { id, subject_id: id, done_at: 'clock_timestamp()' };
  await copies(client, 'due_jobs', count, done);
  await client.query('ANALYZE');
}

async function copies(
  client: Client,
  table: string,
  count: number,
  over: Record<string, string>,
): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(column_name) AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
    [table],
  );
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => over[name] ?? `old.${name}`);
  const { rowCount } = await client.query(
    `INSERT INTO ${table} (${names.join(', ')})
     SELECT ${values.join(', ')} FROM (SELECT * FROM ${table} LIMIT 1) AS old, generate_series(1, $1::int)`,
    [count],
  );
  if (rowCount !== count) throw new Error(`${rowCount} rows of ${table} instead of ${count}`);
}

async function questionsOf(client: Client): Promise<AuditorBeside['questions']> {
  const questions: AuditorBeside['questions'] = [];
  for (const kind of findingKinds) {
    let maxMs = 0;
    let plan = '';
    for (let round = 0; round < ROUNDS; round++) {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN (ANALYZE, COSTS OFF) ${audits[kind]} LIMIT 200`,
      );
      plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      maxMs = Math.max(maxMs, Number(/Execution Time: ([\d.]+) ms/.exec(plan)?.[1]));
    }
    const indexes = [
      ...new Set([...plan.matchAll(/(?:using|Index Scan on) ([a-z_]+)/g)].map(([, name]) => name!)),
    ];
    questions.push({ kind, maxMs: rounded(maxMs), indexes });
  }
  return questions;
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { databaseOf, type ItsDatabase } from '../support/its-database.js';
import { RunningProduct } from '../support/running-product.js';
import { until } from '../support/until.js';
import { startsToday } from '../browser/support/starts-today.js';
import { made, offered } from './placement.js';

/** P18, with the times of an installation: nothing is set shorter than it is where people work. */
const ALARM_WITHIN_MS = 180_000;
const ops = join(import.meta.dirname, '../../dist/apps/worker/src/ops.js');

interface Posted {
  event: 'silent' | 'recovered';
  what: string;
  at: number;
}

const posted: Posted[] = [];
let outside: Server;
let product: RunningProduct;
let database: ItsDatabase;
beforeAll(async () => {
  outside = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      posted.push({ ...(JSON.parse(Buffer.concat(parts).toString()) as Posted), at: Date.now() });
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await once(outside, 'listening');
  const { port } = outside.address() as AddressInfo;
  product = await RunningProduct.start({ ALARM_URL: `http://127.0.0.1:${port}/` });
  database = databaseOf(product);
}, 240_000);
afterAll(async () => {
  await product?.remove();
  outside?.closeAllConnections();
  outside?.close();
});

/** What an operator reads, and with which exit code. */
async function told(...args: string[]): Promise<{ code: number; text: string }> {
  const env = { ...process.env, NODE_OPTIONS: '', ...database.environment };
  const run = promisify(execFile)(process.execPath, [ops, ...args], { env });
  return run.then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      text: error.stdout + error.stderr,
    }),
  );
}

describe('a ladder that somebody broke by hand', () => {
  it('is found by the operator and mended by the auditor; its case goes on', async () => {
    const placement = await offered(product);
    const { consultant, offerId, citizenId } = placement;
    made(await consultant.post(`/offers/${offerId}/answer`, { answer: 'yes', how: 'phone' }));
    await startsToday(placement);
    const shifts = made(await consultant.get(`/shifts?citizenId=${citizenId}`));
    const shiftId = (shifts.items as { id: string }[])[0]!.id;
    made(await consultant.post(`/shifts/${shiftId}/not-here`));
    const cases = made(await consultant.get(`/escalations?shiftId=${shiftId}`));
    const { id } = (cases.items as { id: string }[])[0]!;
    const lost = `DELETE FROM due_jobs WHERE job = 'escalation.take-step' AND done_at IS NULL AND subject_id IN
      (SELECT s.id FROM escalation_steps s WHERE s.escalation_id = $1 AND s.state = 'waiting') RETURNING id`;
    await until('steps wait', async () => (await database.query(lost, [id])).length > 0);
    const waiting = `SELECT d.id FROM due_jobs d JOIN escalation_steps s ON s.id = d.subject_id
      WHERE s.escalation_id = $1 AND d.done_at IS NULL AND d.failed_at IS NULL`;
    expect(await database.query(waiting, [id])).toEqual([]);
    const begun = Date.now();
    await until(
      'the auditor asks again, in time for the step',
      async () =>
        (await database.query(`${waiting} AND d.due_at <= greatest(s.due_at, now())`, [id])).length > 0,
      70_000,
    );
    process.stderr.write(`a broken ladder was mended after ${Date.now() - begun} ms\n`);
    expect(product.log('worker')).toMatch(new RegExp(`"finding":"silent-ladder"[^\\n]*${id}`));
    const ladder = await told('ladder', id);
    expect(ladder.code).toBe(0);
    expect(ladder.text).toContain(`case ${id} of `);
    expect(ladder.text).not.toContain(placement.phone);
    made(await consultant.post(`/escalations/${id}/resolve`, { outcome: 'other' }));
  }, 240_000);
});

describe.each([
  ['stands still', 'SIGSTOP', 'SIGCONT'],
  ['is killed, and each that comes after it', 'SIGKILL', null],
] as const)('a worker that %s', (_, signal, after) => {
  it('is missed outside within three minutes, and the end is told', async () => {
    posted.length = 0;
    await until(
      'it works',
      async () => (await told('status')).text.includes('workers    1 at work'),
      120_000,
    );
    const begun = Date.now();
    const killed = new Set([product.pids().worker]);
    product.kill('worker', signal);
    // The launcher starts it again: what comes up ends before it can beat.
    const again = after === null ? setInterval(() => killNext(killed), 20) : undefined;
    try {
      const alarm = await until(
        'the alarm',
        () => posted.find(({ event }) => event === 'silent'),
        ALARM_WITHIN_MS,
      );
      process.stderr.write(`${signal}: the alarm was outside after ${alarm.at - begun} ms\n`);
      expect(alarm).toMatchObject({ what: 'workers-silent' });
      expect(alarm.at - begun).toBeLessThanOrEqual(ALARM_WITHIN_MS);
      const status = await told('status');
      expect([status.code, status.text]).toEqual([1, expect.stringContaining('alarm: workers-silent since')]);
      expect((await told('verify')).code).toBe(1);
    } finally {
      clearInterval(again);
      if (after) product.kill('worker', after);
    }
    await until('the end is told', () => posted.some(({ event }) => event === 'recovered'), 150_000);
    expect(posted.map(({ event }) => event)).toEqual(['silent', 'recovered']);
    await until('all is well', async () => (await told('status')).code === 0, 120_000);
  }, 600_000);
});

/** Each process once: a number that is free again may be somebody else's. */
function killNext(killed: Set<number>): void {
  const { worker } = product.pids();
  if (killed.has(worker)) return;
  killed.add(worker);
  process.kill(worker, 'SIGKILL');
}

import { expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { dueJobs, Temporal, type DueJobName } from '#domain';
import { DueJobRunner } from './due-job-runner.js';
import type { Handler } from './handlers.js';
import { createLog } from './log.js';
import { Regular } from './timetable.js';

const lines: Record<string, unknown>[] = [];
const log = createLog('debug', { write: (line) => lines.push(JSON.parse(line) as never) });
const written = (msg: string) => lines.filter((line) => line['msg'] === msg);

const dispatch = {
  claim: async ([id]: [string]) => [
    {
      id,
      municipalityId: `of ${id}`,
      job: 'offer.expire',
      subjectId: 'subject',
      dueAt: Temporal.Instant.fromEpochMilliseconds(0),
      attempts: 1,
      claimedUntil: Temporal.Instant.fromEpochMilliseconds(0),
      latenessMs: 12,
      failures: 0,
      unended: 1,
    },
  ],
  keepClaims: async () => undefined,
  finish: async () => 1,
  retryLater: async () => true,
};

it('says on every line inside a job which it is, also of two at once, and nothing outside', async () => {
  const handle: Handler = async (municipalityId) => {
    await sleep(5);
    log.info('deep inside');
    if (municipalityId === 'of second') throw new Error('Kanariefugl 0101901234');
  };
  const handlers = Object.fromEntries(dueJobs.map((job) => [job, handle])) as Record<DueJobName, Handler>;
  const runner = new DueJobRunner(dispatch as never, handlers, { together: async () => undefined }, log);
  await Promise.all([runner.run(['first']), runner.run(['second'])]);
  log.info('outside');
  const about = (id: string) => ({ dueJobId: id, job: 'offer.expire', municipalityId: `of ${id}` });
  expect(written('deep inside')).toMatchObject([about('first'), about('second')]);
  expect(written('done')).toMatchObject([{ ...about('first'), attempt: 1, latenessMs: 12 }]);
  expect(written('failed, will be tried again')).toMatchObject([about('second')]);
  expect(written('outside')[0]).not.toHaveProperty('dueJobId');
  expect(JSON.stringify(lines)).not.toMatch(/Kanariefugl|0101901234/);
});

it('names what is scheduled, and keeps how it ended', async () => {
  const ends: unknown[] = [];
  const runs = {
    doneSecondsAgo: async () => null,
    beginRun: async () => undefined,
    endRun: async (...end: unknown[]) => void ends.push(end),
  };
  const failing = async (): Promise<void> => {
    log.info('at it');
    throw new Error('Kanariefugl');
  };
  const regular = new Regular('heartbeat', failing, runs, log);
  regular.start();
  await sleep(20);
  await regular.stop();
  expect(written('at it')).toMatchObject([{ scheduled: 'heartbeat' }]);
  expect(ends).toEqual([['heartbeat', { outcome: 'failed', counts: {} }]]);
  expect(JSON.stringify(lines)).not.toContain('Kanariefugl');
});

it('leaves what another process has just done for all', async () => {
  let done = 0;
  const begun: string[] = [];
  const ran: string[] = [];
  const runs = {
    doneSecondsAgo: async () => done,
    beginRun: async (name: string) => void begun.push(name),
    endRun: async () => undefined,
  };
  const startedWith = async (secondsAgo: number): Promise<void> => {
    done = secondsAgo;
    const regular = new Regular(
      'sign-in-housekeeping',
      async () => void ran.push(`${secondsAgo}`),
      runs,
      log,
    );
    regular.start();
    await sleep(20);
    await regular.stop();
  };
  await startedWith(1_800);
  expect(begun).toEqual([]);
  await startedWith(3_600);
  expect([begun, ran]).toEqual([['sign-in-housekeeping'], ['3600']]);
});

import { expect, it } from '@jest/globals';
import { pino } from 'pino';
import { dueJobs, Temporal, type DueJobName } from '#domain';
import { DueJobRunner } from './due-job-runner.js';
import type { Handler } from './handlers.js';

const epoch = Temporal.Instant.fromEpochMilliseconds(0);
const databaseAway = Object.assign(new Error('terminating connection'), { code: '57P01' });
const broken = new TypeError('undefined is not a function');

/** What becomes of a job that was begun `attempts` times and failed by itself `failures` times, when it ends like this. */
async function whenItFails(error: unknown, { attempts = 1, failures = 0, unended = 1 } = {}) {
  const ends: unknown[] = [];
  let begun = 0;
  const job = { id: 'due', municipalityId: 'here', job: 'offer.expire', subjectId: 'offer', dueAt: epoch };
  const dispatch = {
    claim: async () => ({ ...job, attempts, failures, unended, claimedUntil: epoch, latenessMs: 0 }),
    keepClaims: async () => undefined,
    finish: async () => true,
    retryLater: async (_: unknown, __: unknown, how: unknown) => void ends.push(how),
    giveUp: async () => void ends.push('given up'),
  };
  const handle: Handler = async () => {
    begun += 1;
    throw error;
  };
  const handlers = Object.fromEntries(dueJobs.map((name) => [name, handle])) as Record<DueJobName, Handler>;
  await new DueJobRunner(dispatch as never, handlers, pino({ level: 'silent' })).run('due');
  return { end: ends[0], begun };
}

it.each([
  [0, 1],
  [1, 5],
  [2, 15],
  [3, 60],
  [6, 3600],
])('a job that has failed %i times by itself waits %i seconds', async (failures, inSeconds) => {
  expect(await whenItFails(broken, { failures, attempts: failures + 1 })).toMatchObject({
    end: { inSeconds, isOwnFault: true },
  });
});

it('a job that has failed for the last time is for a person', async () => {
  expect((await whenItFails(broken, { failures: 7, attempts: 8 })).end).toBe('given up');
});

it('the database being away, or workers dying, cost a job nothing but a second', async () => {
  const again = { inSeconds: 1, isOwnFault: false };
  expect((await whenItFails(databaseAway, { attempts: 1 })).end).toEqual(again);
  expect((await whenItFails(databaseAway, { attempts: 900, failures: 6, unended: 50 })).end).toEqual(again);
  expect((await whenItFails(broken, { attempts: 50, unended: 50 })).end).toEqual({
    inSeconds: 1,
    isOwnFault: true,
  });
});

it('a wake-up waits until the database is back, and what it did is kept when it is', async () => {
  const asked: string[] = [];
  const awayFor = (times: number, what: string, answer: unknown) => async () => {
    asked.push(what);
    if (asked.filter((one) => one === what).length <= times) throw databaseAway;
    return answer;
  };
  const job = { id: 'due', municipalityId: 'here', job: 'offer.expire', subjectId: 'offer', dueAt: epoch };
  const claimed = { ...job, attempts: 1, failures: 0, unended: 1, claimedUntil: epoch, latenessMs: 0 };
  const dispatch = { claim: awayFor(2, 'claim', claimed), finish: awayFor(1, 'finish', true) };
  const handlers = Object.fromEntries(dueJobs.map((name) => [name, async () => void asked.push('done')]));
  await new DueJobRunner(dispatch as never, handlers as never, pino({ level: 'silent' })).run('due');
  expect(asked).toEqual(['claim', 'claim', 'claim', 'done', 'finish', 'finish']);
});

it('a job that never came to an end is not begun again', async () => {
  expect(await whenItFails(databaseAway, { attempts: 60, unended: 51 })).toEqual({
    end: 'given up',
    begun: 0,
  });
});

it('a statement that is too slow is the fault of the job', async () => {
  const tooSlow = Object.assign(new Error('canceling statement'), { code: '57014' });
  const { end } = await whenItFails(tooSlow, { failures: 2 });
  expect(end).toEqual({ inSeconds: 15, isOwnFault: true });
});

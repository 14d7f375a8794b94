import { expect, it } from '@jest/globals';
import { pino } from 'pino';
import { dueJobs, Temporal, type DueJobName } from '#domain';
import { DueJobRunner } from './due-job-runner.js';
import type { Handler } from './handlers.js';

const silent = pino({ level: 'silent' });
/** One after the other, as the runner may rely on them to be done or not done all at once. */
const transactor = {
  together: async (_: string, works: readonly (() => Promise<unknown>)[]) => {
    for (const work of works) await work();
  },
};
const epoch = Temporal.Instant.fromEpochMilliseconds(0);
const databaseAway = Object.assign(new Error('terminating connection'), { code: '57P01' });
const broken = new TypeError('undefined is not a function');

/** What becomes of a job that was begun `attempts` times and failed by itself `failures` times, when it ends like this. */
async function whenItFails(error: unknown, { attempts = 1, failures = 0, unended = 1 } = {}) {
  const ends: unknown[] = [];
  let begun = 0;
  const job = { id: 'due', municipalityId: 'here', job: 'offer.expire', subjectId: 'offer', dueAt: epoch };
  const dispatch = {
    claim: async () => [{ ...job, attempts, failures, unended, claimedUntil: epoch, latenessMs: 0 }],
    keepClaims: async () => undefined,
    finish: async () => 1,
    retryLater: async (_: unknown, __: unknown, how: unknown) => void ends.push(how),
    giveUp: async () => void ends.push('given up'),
  };
  const handle: Handler = async () => {
    begun += 1;
    throw error;
  };
  const handlers = Object.fromEntries(dueJobs.map((name) => [name, handle])) as Record<DueJobName, Handler>;
  await new DueJobRunner(dispatch as never, handlers, transactor, silent).run(['due']);
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
  const dispatch = { claim: awayFor(2, 'claim', [claimed]), finish: awayFor(1, 'finish', 1) };
  const handlers = Object.fromEntries(dueJobs.map((name) => [name, async () => void asked.push('done')]));
  await new DueJobRunner(dispatch as never, handlers as never, transactor, silent).run(['due']);
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

const ids = ['a1', 'a2', 'b1', 'b2', 'b3'];

/** Steps of two municipalities that are woken together, and what becomes of them. */
async function together(unended: Record<string, number>, failing: string[] = []) {
  const ends: string[] = [];
  const begun: string[] = [];
  const transactions: string[][] = [];
  const dispatch = {
    claim: async (ids: readonly string[]) =>
      ids.map((id) => {
        const about = { id, municipalityId: id[0]!, job: 'escalation.take-step', subjectId: id };
        const counts = { attempts: 1, failures: 0, unended: unended[id] ?? 1 };
        return { ...about, ...counts, dueAt: epoch, claimedUntil: epoch, latenessMs: 0 };
      }),
    keepClaims: async () => undefined,
    finish: async (jobs: readonly { id: string }[]) => ends.push(jobs.map(({ id }) => id).join('+')),
    retryLater: async ({ id }: { id: string }) => void ends.push(`${id} again`),
    giveUp: async ({ id }: { id: string }) => void ends.push(`${id} given up`),
  };
  const handle: Handler = async (_, id) => {
    begun.push(id);
    if (failing.includes(id)) throw broken;
  };
  const sharing = {
    together: async (municipalityId: string, works: readonly (() => Promise<unknown>)[]) => {
      const ours = ids.filter((id) => id.startsWith(municipalityId) && (unended[id] ?? 1) <= 1);
      expect(works).toHaveLength(ours.length);
      await transactor.together(municipalityId, works);
      transactions.push(ours);
    },
  };
  const handlers = Object.fromEntries(dueJobs.map((name) => [name, handle])) as Record<DueJobName, Handler>;
  await new DueJobRunner(dispatch as never, handlers, sharing, silent).run(ids);
  return { ends: ends.sort(), begun, transactions: transactions.sort() };
}

it('steps that are woken together share a transaction within their municipality', async () => {
  const { ends, transactions } = await together({});
  expect(transactions).toEqual([
    ['a1', 'a2'],
    ['b1', 'b2', 'b3'],
  ]);
  expect(ends).toEqual(['a1+a2', 'b1+b2+b3']);
});

it('when one of them fails, each is done alone, and it alone is tried again', async () => {
  const { ends, transactions } = await together({}, ['b2']);
  expect(transactions).toEqual([['a1', 'a2']]);
  expect(ends).toEqual(['a1+a2', 'b1', 'b2 again', 'b3']);
});

it('what was begun before and never ended is done alone, and given up alone', async () => {
  const { ends, transactions, begun } = await together({ a1: 2, b1: 51 });
  expect(transactions).toEqual([['b2', 'b3']]);
  expect(ends).toEqual(['a1', 'a2', 'b1 given up', 'b2+b3']);
  expect(begun).not.toContain('b1');
});

it('whose end cannot be written down does not leave the others unwatched', async () => {
  const unwritten = Object.assign(new Error('canceling statement'), { code: '57014' });
  const job = { municipalityId: 'here', job: 'offer.expire', dueAt: epoch };
  const claimed = ['bad', 'slow'].map((id) => ({
    ...{ ...job, id, subjectId: id, attempts: 1, failures: 0 },
    ...{ unended: 1, claimedUntil: epoch, latenessMs: 0 },
  }));
  const ended: string[] = [];
  const refuse = async () => {
    throw unwritten;
  };
  const dispatch = {
    claim: async () => claimed,
    finish: async ([{ id }]: [{ id: string }]) => (id === 'bad' ? refuse() : void ended.push(id)),
    retryLater: refuse,
  };
  const handle: Handler = (_, id) => new Promise((done) => setTimeout(done, id === 'slow' ? 50 : 0));
  const handlers = Object.fromEntries(dueJobs.map((name) => [name, handle])) as Record<DueJobName, Handler>;
  const runner = new DueJobRunner(dispatch as never, handlers, transactor, silent);
  await expect(runner.run(['bad', 'slow'])).rejects.toBe(unwritten);
  expect(ended).toEqual(['slow']);
});

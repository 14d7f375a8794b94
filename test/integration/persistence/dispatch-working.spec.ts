import { describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { ReplayFailedJob, ShowFailedJobs } from '#use-cases';
import { withClient } from '../../../demo/src/database/index.js';
import { DispatchDesk, soon } from './dispatch-desk.js';

const desk = new DispatchDesk();
const inAMoment = { inSeconds: 0.3, isOwnFault: true };

describe('taking what is due soon', () => {
  test('hands each out once, and again when the queue did not take it', async () => {
    await desk.wake(30);
    const taken = await Promise.all([desk.dispatch.takeDueSoon(soon), desk.dispatch.takeDueSoon(soon)]);
    expect(taken.flatMap(({ jobs }) => jobs)).toHaveLength(1);
    await Promise.all(taken.map(({ putBack }) => putBack()));
    expect((await desk.dispatch.takeDueSoon(soon)).jobs).toHaveLength(1);
  });

  test('does not put back what has begun meanwhile', async () => {
    await desk.wake();
    const { jobs, putBack } = await desk.dispatch.takeDueSoon(soon);
    await desk.dispatch.claim([jobs[0]!.id], 30);
    await putBack();
    expect((await desk.dispatch.takeDueSoon(soon)).jobs).toEqual([]);
  });
});

describe('working', () => {
  test('one of many gets a job, and nobody before its time', async () => {
    await desk.wake(0.4);
    const id = (await desk.dispatch.takeDueSoon(soon)).jobs[0]!.id;
    expect(await desk.dispatch.claim([id], 30)).toEqual([]);
    const wait = (await desk.dispatch.millisecondsUntilDue([id]))[0]!.wait;
    expect(wait).toBeGreaterThan(0);
    await sleep(wait);
    const claims = await Promise.all(Array.from({ length: 20 }, () => desk.dispatch.claim([id], 30)));
    const won = claims.flat();
    expect(won).toHaveLength(1);
    expect(won[0]).toMatchObject({
      municipalityId: desk.place.municipalityId,
      job: 'match.rank',
      attempts: 1,
    });
    expect(won[0]!.latenessMs).toBeGreaterThanOrEqual(0);
    expect(await desk.dispatch.millisecondsUntilDue([id])).toEqual([]);
  });

  test('a finished job is never begun again', async () => {
    const job = await desk.claimed();
    expect(await desk.dispatch.finish([job])).toBe(1);
    expect(await desk.dispatch.claim([job.id], 30)).toEqual([]);
    expect(await desk.dispatch.finish([job])).toBe(0);
  });

  test('a claim that is kept does not run out', async () => {
    const job = await desk.claimed(0.5);
    await desk.dispatch.keepClaims([job], 30);
    await sleep(600);
    expect(await desk.dispatch.claim([job.id], 30)).toEqual([]);
    expect(await desk.dispatch.finish([job])).toBe(1);
    await desk.dispatch.keepClaims([job], 30);
    expect(await desk.database.really('SELECT FROM due_jobs WHERE claimed_until IS NOT NULL')).toEqual([]);
  });

  test('a row that a transaction has locked does not hold up the claims of the others', async () => {
    const [locked, free] = [await desk.claimed(0.5), await desk.claimed(0.5)];
    await withClient(desk.database.adminUrl, async (client) => {
      await client.query('BEGIN');
      await client.query('DELETE FROM due_jobs WHERE id = $1', [locked.id]);
      await desk.dispatch.keepClaims([locked, free], 30);
      await client.query('ROLLBACK');
    });
    await sleep(600);
    const claimed = await desk.dispatch.claim([locked.id, free.id], 30);
    expect(claimed.map(({ id }) => id)).toEqual([locked.id]);
  });

  test('who stood still for too long keeps nothing that another has begun', async () => {
    const frozen = await desk.claimed(0);
    const next = (await desk.dispatch.claim([frozen.id], 0.5))[0]!;
    await desk.dispatch.keepClaims([frozen], 30);
    await sleep(600);
    expect((await desk.dispatch.claim([next.id], 30))[0]?.attempts).toBe(3);
  });

  test('a claim that ran out passes to another, and its late end counts for nothing', async () => {
    const slow = await desk.claimed(0);
    const [found] = await desk.dispatch.overdue({ olderThanSeconds: 60, limit: 10 });
    expect(found?.id).toBe(slow.id);
    const next = (await desk.dispatch.claim([slow.id], 30))[0]!;
    expect(next.attempts).toBe(2);
    expect(await desk.dispatch.finish([slow])).toBe(0);
    expect(await desk.dispatch.giveUp(slow, new Error('late'))).toBe(false);
    expect(await desk.dispatch.finish([next])).toBe(1);
  });

  test('what is tried later keeps its promise and waits its time', async () => {
    const job = await desk.claimed();
    expect(await desk.dispatch.retryLater(job, new Error('provider said "Jonas Lund"'), inAMoment)).toBe(
      true,
    );
    expect(await desk.dispatch.claim([job.id], 30)).toEqual([]);
    const { jobs } = await desk.dispatch.takeDueSoon(soon);
    expect(jobs[0]).toMatchObject({ id: job.id, attempts: 1 });
    expect(jobs[0]!.dueAt.equals(job.dueAt)).toBe(true);
    await sleep(jobs[0]!.delayMs);
    const second = (await desk.dispatch.claim([job.id], 30))[0]!;
    expect(second).toMatchObject({ attempts: 2, failures: 1 });
    const [row] = await desk.database.really<{ last_error: string }>('SELECT last_error FROM due_jobs');
    expect(row!.last_error).toBe('Error: provider said "…"');
    // What is not its own fault does not count against it.
    await desk.dispatch.retryLater(second, new Error('away'), { inSeconds: 0, isOwnFault: false });
    expect(await desk.dispatch.claim([job.id], 30)).toMatchObject([{ attempts: 3, failures: 1, unended: 1 }]);
  });

  test('work asked for again while it is done is done again', async () => {
    const at = await desk.wake();
    const { jobs } = await desk.dispatch.takeDueSoon(soon);
    const running = (await desk.dispatch.claim([jobs[0]!.id], 30))[0]!;
    await desk.place.inside((unit) => unit.wake('match.rank', desk.place.smallJob.id, at));
    expect(await desk.dispatch.finish([running])).toBe(0);
    const again = await desk.dispatch.takeDueSoon(soon);
    expect(again.jobs[0]).toMatchObject({ id: running.id, attempts: 2 });
    const second = (await desk.dispatch.claim([running.id], 30))[0]!;
    expect(await desk.dispatch.finish([second])).toBe(1);
  });
});

test('a job that was given up is shown to its municipality, which can have it run again', async () => {
  const failed = new ShowFailedJobs(desk.database.transactor);
  const replay = new ReplayFailedJob(desk.database.transactor);
  const job = await desk.claimed();
  await desk.dispatch.giveUp(job, new Error('template is missing'));
  expect((await desk.dispatch.gauges()).failedJobs).toBe(1);
  expect((await desk.dispatch.takeDueSoon(soon)).jobs).toEqual([]);

  const other = await desk.database.workplace();
  expect(await failed.execute(other.municipalityId)).toEqual([]);
  expect(await replay.execute(other.municipalityId, job.id, 'operator')).toBe(false);

  const [shown] = await failed.execute(desk.place.municipalityId);
  expect(shown).toMatchObject({
    id: job.id,
    job: 'match.rank',
    lastError: 'Error: template is missing',
    attempts: 1,
  });
  expect(await replay.execute(desk.place.municipalityId, job.id, 'operator')).toBe(true);
  expect(await replay.execute(desk.place.municipalityId, job.id, 'operator')).toBe(false);
  expect((await desk.dispatch.takeDueSoon(soon)).jobs).toMatchObject([{ id: job.id }]);
  expect(await desk.dispatch.claim([job.id], 30)).toHaveLength(1);
});

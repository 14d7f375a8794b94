import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { refuseUnless } from '#domain';
import { at } from '../../contracts/rows.js';
import { openDatabase, type OpenDatabase } from './open-database.js';

const RACERS = 50;
let database: OpenDatabase;
beforeAll(async () => {
  database = await openDatabase(20);
});
afterAll(() => database.close());

/** Everybody starts at once; how many won, and what the others were told. */
async function race(run: (racer: number) => Promise<unknown>): Promise<{ won: number; told: string[] }> {
  const results = await Promise.allSettled(Array.from({ length: RACERS }, (_, racer) => run(racer)));
  const lost = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason as Error & { code?: string }] : [],
  );
  return { won: RACERS - lost.length, told: [...new Set(lost.map(({ code, message }) => code ?? message))] };
}

test('one of fifty gets the last seat, also without a look before', async () => {
  const { inside, smallJob } = await database.workplace();
  await inside((unit) => unit.smallJobs.update({ ...smallJob, seatsTaken: smallJob.positions - 1 }));
  const take = () =>
    inside(async (unit) => {
      const job = (await unit.smallJobs.lock(smallJob.id))!;
      await unit.smallJobs.update({ ...job, seatsTaken: job.seatsTaken + 1 });
    });
  expect(await race(take)).toEqual({ won: 1, told: ['small-job.no-seat-left'] });
  expect((await inside((unit) => unit.smallJobs.find(smallJob.id)))?.seatsTaken).toBe(smallJob.positions);
});

test('one of fifty overlapping shifts of a citizen is written', async () => {
  const { inside, rows, agreement } = await database.workplace();
  const start = at('2026-12-01T08:00:00Z');
  const plan = (racer: number) =>
    inside((unit) =>
      unit.shifts.insert(
        rows.shift(agreement, {
          startsAt: start.add({ minutes: racer }),
          endsAt: start.add({ minutes: 120 + racer }),
        }),
      ),
    );
  expect(await race(plan)).toEqual({ won: 1, told: ['shift.overlap'] });
});

test('one of fifty offers reaches a citizen', async () => {
  const { inside, rows, match, company } = await database.workplace();
  const offer = () => inside((unit) => unit.offers.insert(rows.offer(match, company.id)));
  expect(await race(offer)).toEqual({ won: 1, told: ['offer.citizen-has-open-offer'] });
});

test('one of fifty messages of one occasion is written, and nobody hears an error', async () => {
  const { inside, rows } = await database.workplace();
  const send = () =>
    inside(async (unit) => {
      if (await unit.messages.first({ dedupeKey: 'offer:once' })) return;
      await unit.messages.insert(rows.message({ dedupeKey: 'offer:once' }));
    });
  expect(await race(send)).toEqual({ won: RACERS, told: [] });
  expect(await inside((unit) => unit.messages.count({ dedupeKey: 'offer:once' }))).toBe(1);
});

test('locks in another order do not dead lock', async () => {
  const { inside, rows } = await database.workplace();
  const tasks = Array.from({ length: 10 }, (_, n) =>
    rows.task({ note: String(n), dueAt: at(`2026-12-01T08:00:0${n}Z`) }),
  );
  await inside((unit) => unit.tasks.insertMany(tasks));
  const before = await deadlocks();
  const lockAll = (racer: number) =>
    inside(async (unit) => {
      const direction = racer % 2 === 0 ? 'asc' : 'desc';
      const locked = await unit.tasks.list(
        { doneAt: null },
        { order: [{ by: 'dueAt', direction }], lock: true },
      );
      refuseUnless(locked.length === 10, 'task.not-found');
    });
  expect(await race(lockAll)).toEqual({ won: RACERS, told: [] });
  expect(await deadlocks()).toBe(before);
});

test('a handover and a publication at once never leave a small job without a contact', async () => {
  const { inside, rows, smallJob, staff } = await database.workplace();
  for (let round = 0; round < 100; round++) {
    const contact = rows.contact(smallJob.id, staff.id);
    await inside(async (unit) => {
      await unit.smallJobs.update({ ...smallJob, status: 'draft' });
      await unit.contacts.remove({ smallJobId: smallJob.id });
      await unit.contacts.insert(contact);
    });
    const results = await Promise.allSettled([
      inside((unit) => unit.smallJobs.update({ ...smallJob, status: 'open' })),
      inside((unit) => unit.contacts.update({ ...contact, endedAt: at('2026-12-01T08:00:00Z') })),
    ]);
    const refused = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    expect(refused).toEqual([expect.objectContaining({ code: 'small-job.no-fixed-contact' })]);
  }
});

/** Counters reach the statistics within a second of idleness. */
async function deadlocks(): Promise<number> {
  await sleep(1_200);
  const [row] = await database.really<{ deadlocks: number }>(
    'SELECT deadlocks::int FROM pg_stat_database WHERE datname = split_part($1, $2, 4)',
    [database.appUrl, '/'],
  );
  return row!.deadlocks;
}

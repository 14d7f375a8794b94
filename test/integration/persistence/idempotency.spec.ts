import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '#domain';
import { IdempotentRequests, KeyReused, StillRunning, type Answer } from '#persistence';
import { ids } from '../../contracts/rows.js';
import type { Workplace } from '../../contracts/workplace.js';
import { openDatabase, type OpenDatabase } from './open-database.js';

let database: OpenDatabase;
let requests: IdempotentRequests;
let place: Workplace;
let request: { municipalityId: string; holder: string; key: string; fingerprint: string };

beforeAll(async () => {
  database = await openDatabase(20);
  requests = new IdempotentRequests(database.dataSource);
});
beforeEach(async () => {
  place = await database.workplace();
  request = {
    municipalityId: place.municipalityId,
    holder: 'key-hash',
    key: ids.next(),
    fingerprint: 'POST /tasks a',
  };
});
afterAll(() => database.close());

/** What a route does: one use case in a transaction of its own, and an answer about it. */
const writeTask = async (): Promise<Answer> => {
  const task = place.rows.task();
  await place.inside((unit) => unit.tasks.insert(task));
  return { status: 201, body: { zebra: 1, id: task.id, aardvark: 2 } };
};
const tasks = () => place.inside((unit) => unit.tasks.count({}));

test('a repeat has no effect and gets the same answer, to the byte', async () => {
  const first = await requests.run(request, writeTask);
  const second = await requests.run(request, writeTask);
  expect(first).toMatchObject({ status: 201, replayed: false });
  expect(second).toMatchObject({ status: 201, replayed: true });
  expect(JSON.stringify(second.body)).toBe(JSON.stringify(first.body));
  expect(await tasks()).toBe(1);
});

test('of many at once one has an effect; the others are told to wait or get its answer', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, () => requests.run(request, slowly(writeTask))),
  );
  const answers = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const errors = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason as unknown] : [],
  );
  expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.every((error) => error instanceof StillRunning)).toBe(true);
  expect(await tasks()).toBe(1);
});

test('the same key for another request is refused, for another holder or municipality it is another key', async () => {
  await requests.run(request, writeTask);
  await expect(requests.run({ ...request, fingerprint: 'POST /tasks b' }, writeTask)).rejects.toBeInstanceOf(
    KeyReused,
  );
  expect(await requests.run({ ...request, holder: 'other' }, writeTask)).toMatchObject({ replayed: false });
  expect(await tasks()).toBe(2);
  place = await database.workplace();
  const elsewhere = { ...request, municipalityId: place.municipalityId };
  expect(await requests.run(elsewhere, writeTask)).toMatchObject({ replayed: false });
});

describe('keeps nothing', () => {
  const thenItIsAFirstTime = async () => {
    expect(await tasks()).toBe(0);
    expect(await requests.run(request, writeTask)).toMatchObject({ replayed: false });
    expect(await tasks()).toBe(1);
  };

  test('when the handler throws after its use case', async () => {
    const failing = requests.run(request, async () => {
      await writeTask();
      throw new DomainError('not-allowed');
    });
    await expect(failing).rejects.toMatchObject({ code: 'not-allowed' });
    await thenItIsAFirstTime();
  });

  test('when the answer refuses', async () => {
    const refusing = await requests.run(request, async () => ({ ...(await writeTask()), status: 409 }));
    expect(refusing).toMatchObject({ status: 409, replayed: false });
    await thenItIsAFirstTime();
  });

  test('when the connection is gone before the commit', async () => {
    const killed = requests.run(request, async () => {
      const answer = await writeTask();
      await database.really(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND state = 'idle in transaction'`,
      );
      return answer;
    });
    await expect(killed).rejects.toThrow();
    await thenItIsAFirstTime();
  });
});

test('a use case that failed leaves nothing, and the handler may go on without it', async () => {
  const answer = await requests.run(request, async () => {
    const refused = place.inside(async (unit) => {
      await unit.tasks.insert(place.rows.task({ note: 'refused' }));
      await unit.tasks.insert(place.rows.task({ staffId: ids.next() }));
    });
    await refused.catch(() => undefined);
    return writeTask();
  });
  expect(answer.status).toBe(201);
  expect(await tasks()).toBe(1);
  expect(await place.inside((unit) => unit.tasks.count({ note: 'refused' }))).toBe(0);
});

test('a rule that is checked at commit is heard of inside the request', async () => {
  const { smallJob } = place;
  const heard: unknown[] = [];
  const publishing = requests.run(request, async () => {
    await place
      .inside((unit) => unit.smallJobs.update({ ...smallJob, status: 'open' }))
      .catch((error: unknown) => {
        heard.push(error);
        throw error;
      });
    return { status: 200, body: null };
  });
  await expect(publishing).rejects.toMatchObject({ code: 'small-job.no-fixed-contact' });
  expect(heard).toEqual([expect.objectContaining({ code: 'small-job.no-fixed-contact' })]);
});

test('a later use case of the same request may end what an earlier one began', async () => {
  const { smallJob, staff, rows } = place;
  const contact = rows.contact(smallJob.id, staff.id);
  await requests.run(request, async () => {
    await place.inside((unit) => unit.contacts.insert(contact));
    await place.inside(async (unit) => {
      await unit.smallJobs.update({ ...smallJob, status: 'open' });
      await unit.contacts.update({ ...contact, endedAt: contact.startedAt });
      await unit.contacts.insert(rows.contact(smallJob.id, staff.id));
    });
    return { status: 200, body: undefined };
  });
  expect((await requests.run(request, writeTask)).body).toBeNull();
});

test('an answer older than a day is forgotten', async () => {
  await requests.run(request, writeTask);
  await database.really(
    `UPDATE idempotency_keys SET created_at = created_at - interval '25 hours' WHERE key = $1`,
    [request.key],
  );
  expect(await requests.run({ ...request, fingerprint: 'POST /tasks b' }, writeTask)).toMatchObject({
    replayed: false,
  });
  await database.really(
    `UPDATE idempotency_keys SET created_at = created_at - interval '25 hours' WHERE key = $1`,
    [request.key],
  );
  await requests.forgetOld(place.municipalityId);
  expect(await database.really('SELECT FROM idempotency_keys WHERE key = $1', [request.key])).toEqual([]);
});

const slowly = (handler: () => Promise<Answer>) => async (): Promise<Answer> => {
  await sleep(150);
  return handler();
};

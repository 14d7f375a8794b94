import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkedAtCommit, IdempotentRequests } from '#persistence';
import type { Workplace } from '../../contracts/workplace.js';
import { openDatabase, type OpenDatabase } from './open-database.js';

let database: OpenDatabase;
beforeAll(async () => {
  database = await openDatabase(20);
});
afterAll(() => database.close());

const versionOf = ({ inside }: Workplace) => inside((unit) => unit.matchingJournal.version());

async function published(): Promise<Workplace> {
  const place = await database.workplace();
  await place.inside(async (unit) => {
    await unit.contacts.insert(place.rows.contact(place.smallJob.id, place.staff.id));
    await unit.smallJobs.update({ ...place.smallJob, status: 'open' });
  });
  return place;
}

test('versions are in the order of commits: whoever reads a version sees exactly what it and those before wrote', async () => {
  const { inside, rows, municipalityId } = await database.workplace();
  let writing = true;
  const moments: { version: number; ids: string[] }[] = [];
  const reader = (async () => {
    while (writing) {
      moments.push(
        await database.transactor.atOneMoment(municipalityId, async (unit) => ({
          version: await unit.matchingJournal.version(),
          ids: (await unit.citizens.list()).map(({ id }) => id),
        })),
      );
    }
  })();
  const writer = (n: number) =>
    inside(async (unit) => {
      await unit.citizens.insert(rows.citizen());
      await sleep((n * 7) % 13);
    });
  for (let round = 0; round < 6; round++) await Promise.all(Array.from({ length: 12 }, (_, n) => writer(n)));
  writing = false;
  await reader;

  const noted = await database.really<{ id: string; version: number }>(
    `SELECT entity_id AS id, version::int FROM matching_changes JOIN matching_commits
       ON id = commit_id AND matching_commits.municipality_id = matching_changes.municipality_id
     WHERE matching_changes.municipality_id = $1 ORDER BY version`,
    [municipalityId],
  );
  expect(noted.map(({ version }) => version)).toEqual(Array.from({ length: 73 }, (_, n) => n + 1));
  // It read while they wrote, however busy the machine was.
  expect(new Set(moments.map(({ version }) => version)).size).toBeGreaterThan(3);
  for (const { version, ids } of moments)
    expect(ids).toEqual(
      noted
        .slice(0, version)
        .map(({ id }) => id)
        .sort(),
    );
});

test('whoever holds the version waits for nobody: what else is checked at commit comes before it', async () => {
  const place = await published();
  const { inside, rows, citizen, smallJob, staff } = place;
  const other = rows.staff();
  await inside((unit) => unit.staff.insert(other));
  const before = await deadlocks();
  const version = await versionOf(place);
  for (let round = 0; round < 40; round++) {
    const both = gate(2);
    await Promise.all([
      inside(async (unit) => {
        await unit.citizens.update({ ...citizen, danishLevel: round % 2 === 0 ? 1 : 2 });
        const contact = (await unit.contacts.first({ smallJobId: smallJob.id, endedAt: { isNull: true } }))!;
        await unit.contacts.update({ ...contact, endedAt: contact.startedAt });
        await unit.contacts.insert(rows.contact(smallJob.id, round % 2 === 0 ? other.id : staff.id));
        await both();
      }),
      inside(async (unit) => {
        await unit.smallJobs.update({ ...smallJob, status: 'open', seatsTaken: round % 2 });
        await both();
      }),
    ]);
  }
  expect(await deadlocks()).toBe(before);
  expect(await versionOf(place)).toBe(version + 80 - 1);
}, 30_000);

test('a use case within a request is checked at its end, and counted at the end of the request', async () => {
  const place = await published();
  const { citizen, smallJob, inside, municipalityId } = place;
  const requests = new IdempotentRequests(database.dataSource);
  const run = (key: string, handler: () => Promise<number>) =>
    requests.run({ municipalityId, holder: 'h', key, fingerprint: 'f' }, async () => ({
      status: 200,
      body: await handler(),
    }));
  const before = await versionOf(place);
  const { body } = await run('a', async () => {
    await inside(async (unit) => {
      expect(unit.isPartOfMore).toBe(true);
      await unit.citizens.update({ ...citizen, danishLevel: 3 });
    });
    return versionOf(place);
  });
  expect(body).toBe(before);
  expect(await versionOf(place)).toBe(before + 1);
  const breaking = run('b', async () => {
    await inside((unit) => unit.contacts.remove({ smallJobId: smallJob.id }));
    return 0;
  });
  await expect(breaking).rejects.toMatchObject({ code: 'small-job.no-fixed-contact' });
  expect(await versionOf(place)).toBe(before + 1);
});

test('every rule that waits for the commit is known by name', async () => {
  const waiting = await database.really<{ name: string }>(
    `SELECT conname AS name FROM pg_constraint
     WHERE condeferred AND connamespace = 'public'::regnamespace ORDER BY conname`,
  );
  const matching = /^matching_/;
  const referenceRows = ['rates_one_at_a_time'];
  const names = [...new Set(waiting.map(({ name }) => name))].filter((name) => !matching.test(name));
  expect(names).toEqual([...checkedAtCommit, ...referenceRows].sort());
  expect(waiting.filter(({ name }) => matching.test(name))).toHaveLength(6 * 3 + 1);
});

/** Everybody waits until all have come. */
function gate(expected: number): () => Promise<void> {
  let open: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  let come = 0;
  return () => {
    if (++come === expected) open();
    return opened;
  };
}

/** Counters reach the statistics within a second of idleness. */
async function deadlocks(): Promise<number> {
  await sleep(1_200);
  const [row] = await database.really<{ deadlocks: number }>(
    'SELECT deadlocks::int FROM pg_stat_database WHERE datname = split_part($1, $2, 4)',
    [database.appUrl, '/'],
  );
  return row!.deadlocks;
}

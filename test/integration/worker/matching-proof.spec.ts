import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { Temporal } from '#domain';
import { Dispatch } from '#persistence';
import { MatchingIndexes, ProveMatching } from '#use-cases';
import { Regular } from '../../../apps/worker/src/timetable.js';
import { until } from '../../support/until.js';
import { MatchingProof } from '../../../apps/worker/src/matching-proof.js';
import type { Workplace } from '../../contracts/workplace.js';
import { noFaults } from '../../fakes/index.js';
import { openDatabase, type OpenDatabase } from '../persistence/open-database.js';

let database: OpenDatabase;
let dispatch: Dispatch;
let place: Workplace;
beforeAll(async () => {
  database = await openDatabase();
  dispatch = new Dispatch({ url: database.dispatchUrl });
  place = await database.workplace();
  const { rows, company, staff } = place;
  await place.inside(async (unit) => {
    const job = rows.smallJob(company.id, { status: 'open' });
    await unit.smallJobs.insert(job);
    await unit.contacts.insert(rows.contact(job.id, staff.id));
    await unit.citizens.insertMany(Array.from({ length: 5 }, () => rows.citizen()));
  });
});
afterAll(async () => {
  await dispatch.close();
  await database.close();
});

it('follows the day, proves it in its last hour, once, and says so when something differs', async () => {
  const written: Record<string, unknown>[] = [];
  const log = pino({ level: 'info' }, { write: (line) => written.push(JSON.parse(line) as never) });
  const { transactor } = database;
  const indexes = new MatchingIndexes(transactor, { mostBytes: 1e9 }, noFaults);
  let now = Temporal.Instant.from('2026-12-01T21:30:00Z');
  const proof = new MatchingProof(dispatch, new ProveMatching(transactor, indexes), log, () => now);

  await proof.run();
  expect(indexes.bytes).toBeGreaterThan(0);
  expect(written).toEqual([]);

  await place.inside((unit) => unit.citizens.update({ ...place.citizen, danishLevel: 2 }));
  now = Temporal.Instant.from('2026-12-01T22:30:00Z');
  await proof.run();
  await proof.run();
  // Six people and one open small job.
  const { municipalityId } = place;
  expect(written).toMatchObject([
    { level: 30, msg: 'matching proved', municipalityId, lists: 7, differing: 0 },
  ]);
  expect(proof.counts).toEqual({ provedLists: 7, differingLists: 0, proofMs: expect.any(Number) });

  written.length = 0;
  await database.really('ALTER TABLE citizens DISABLE TRIGGER USER');
  await database.really(`UPDATE citizens SET said_yes = false WHERE id <> $1`, [place.citizen.id]);
  await database.really('ALTER TABLE citizens ENABLE TRIGGER USER');
  now = Temporal.Instant.from('2026-12-02T22:10:00Z');
  await proof.run();
  expect(written).toMatchObject([{ level: 50, municipalityId, lists: 7, differing: 6 }]);
  expect(proof.counts).toMatchObject({ provedLists: 7, differingLists: 6 });
  const asked = await place.inside(async (unit) => {
    const version = await unit.matchingJournal.version();
    return unit.matchingJournal.changesAfter(version - 1);
  });
  expect(asked?.all).toBe(true);
});

it('is not stopped by a database that is away for a moment', async () => {
  const written: { msg: string }[] = [];
  const log = pino({ level: 'info' }, { write: (line) => written.push(JSON.parse(line) as never) });
  const away = { municipalityIds: () => Promise.reject(new Error('away')) } as unknown as Dispatch;
  const prove = new ProveMatching(
    database.transactor,
    new MatchingIndexes(database.transactor, { mostBytes: 1 }, noFaults),
  );
  const proof = new MatchingProof(away, prove, log);
  const ended: object[] = [];
  const runs = {
    doneSecondsAgo: async () => null,
    beginRun: async () => undefined,
    endRun: async (_name: string, run: object) => void ended.push(run),
  };
  const regular = new Regular('sweep', (signal) => proof.run(signal), runs, log);
  regular.start();
  await until('it has run', () => ended.length > 0);
  await regular.stop();
  expect(ended).toEqual([{ outcome: 'failed', counts: {} }]);
  expect(written.map(({ msg }) => msg)).toEqual(['what is scheduled did not finish; it is done again']);
});

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Dispatch, DoneJobs, IdempotentRequests } from '#persistence';
import {
  ForgetMatchingChanges,
  ForgetOldImports,
  ForgetOldTexts,
  ForgetRankings,
  ForgetStaleDrafts,
} from '#use-cases';
import { housekeeping } from '../../../apps/worker/src/housekeeping.js';
import { tidying } from '../../../apps/worker/src/scheduled-work.js';
import { openDatabase, type OpenDatabase } from '../persistence/open-database.js';

let database: OpenDatabase;
let dispatch: Dispatch;
beforeAll(async () => {
  database = await openDatabase();
  dispatch = new Dispatch({ url: database.dispatchUrl });
});
afterAll(async () => {
  await dispatch.close();
  await database.close();
});

it('forgets words after thirty days and jobs that are long done, and keeps the rest', async () => {
  const place = await database.workplace();
  await place.inside(async (unit) => {
    const now = await unit.now();
    for (const [id, days] of [
      ['00000000-0000-7000-8000-00000000aa01', 31],
      ['00000000-0000-7000-8000-00000000aa02', 29],
    ] as const) {
      const at = now.subtract({ hours: 24 * days });
      await unit.inbound.insert({
        id,
        municipalityId: place.municipalityId,
        providerId: id,
        from: '+4520000001',
        text: 'jeg kommer',
        understoodAs: null,
        subjectId: null,
        at,
      });
    }
    await unit.wake('match.rank', place.smallJob.id);
    await unit.wake('match.lapse', place.smallJob.id);
  });
  await database.really(`UPDATE due_jobs SET done_at = now() - interval '31 days' WHERE job = 'match.rank'`);

  await database.really(
    `UPDATE matching_commits SET at = now() - interval '49 hours' WHERE municipality_id = $1`,
    [place.municipalityId],
  );
  await place.inside((unit) => unit.citizens.update({ ...place.citizen, saidYes: false }));

  const { dataSource, transactor } = database;
  const parts = [
    new ForgetOldTexts(transactor),
    new ForgetStaleDrafts(transactor),
    new ForgetRankings(transactor),
    new ForgetMatchingChanges(transactor),
    new ForgetOldImports(transactor),
    new IdempotentRequests(dataSource),
    new DoneJobs(dataSource),
  ];
  const get = (type: unknown): unknown => parts.find((part) => part.constructor === type);
  for (const tidy of Object.values(housekeeping(dispatch, tidying({ get } as never))))
    await tidy(new AbortController().signal);

  const texts = await database.really<{ text: string | null }>(
    'SELECT text FROM inbound_sms ORDER BY provider_id',
  );
  expect(texts.map(({ text }) => text)).toEqual([null, 'jeg kommer']);
  expect(await database.really('SELECT job FROM due_jobs')).toEqual([{ job: 'match.lapse' }]);
  expect(await database.really('SELECT entity_id FROM matching_changes')).toEqual([
    { entity_id: place.citizen.id },
  ]);
  expect(await database.really('SELECT version::int FROM matching_commits')).toEqual([{ version: 2 }]);
});

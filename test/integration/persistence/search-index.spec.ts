import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { withClient } from '../../../demo/src/database/index.js';
import { openDatabase, type OpenDatabase } from './open-database.js';

/** So many citizens in all; a municipality has a twentieth of them. */
const CITIZENS = 100_000;

let database: OpenDatabase;
let municipalityId: string;
beforeAll(async () => {
  database = await openDatabase();
  municipalityId = (await database.workplace()).municipalityId;
  await database.really(
    `INSERT INTO search_texts (municipality_id, kind, subject_id, folded)
     SELECT CASE WHEN g % 20 = 0 THEN '${municipalityId}'::uuid ELSE gen_random_uuid() END, 'citizen', gen_random_uuid(),
       search_folded((ARRAY['Jonas','Åse','Søren','Amira','Bent','Lise'])[1 + g % 6] || ' '
         || (ARRAY['Hansen','Kjær','Østergaard','Holm','Bak','Lund','Møller'])[1 + g % 7] || ' ' || (20000000 + g * 3571))
     FROM generate_series(1, ${CITIZENS}) AS g`,
  );
  await database.really('ANALYZE search_texts');
}, 60_000);
afterAll(() => database.close());

test('a search is answered by the index, with row level security on', async () => {
  await withClient(database.appUrl, async (client) => {
    await client.query('BEGIN');
    await client.query(
      `SELECT set_config('app.municipality_id', $1, true), set_config('app.searched_for', $2, true)`,
      [municipalityId, 'aase kjaer'],
    );
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      'EXPLAIN SELECT subject_id FROM search_texts WHERE municipality_id = $1',
      [municipalityId],
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('search_texts_found');
    expect(plan).toContain('folded %>');
    expect(plan).not.toContain('Seq Scan');
    await client.query('ROLLBACK');
  });
});

test('the owner, in whose name the triggers write, reads nothing', async () => {
  await withClient(database.ownerUrl, async (client) => {
    await client.query('BEGIN');
    await client.query(`SELECT set_config('app.municipality_id', $1, true)`, [municipalityId]);
    const { rows } = await client.query('SELECT * FROM search_texts');
    expect(rows).toEqual([]);
    await client.query('ROLLBACK');
  });
});

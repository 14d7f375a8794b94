import fastify from 'fastify';
import pg from 'pg';
import type { Filled } from './filled-database.js';
import type { Traffic } from './load.js';

/** The pool of the product: DATABASE_POOL_SIZE when nobody says otherwise. */
const POOL_SIZE = 10;

/** What no product on this stack can do better than: one indexed row, no rule, no log, no role. */
export async function startLimit(
  databaseUrl: string,
  { towns }: Filled,
): Promise<{ url: string; traffic: Traffic; stop(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: POOL_SIZE });
  const app = fastify();
  app.get<{ Params: { id: string } }>('/:id', async ({ params }) => {
    const { rows } = await pool.query<{ value: string }>({
      name: 'one-row',
      text: 'SELECT key, subject_id FROM directory WHERE kind = $1 AND key = $2',
      values: ['api-key', params.id],
    });
    return rows[0];
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const hashes = towns.flatMap(({ keyHashes }) => keyHashes);
  return {
    url,
    traffic: (turn) => ({ kind: 'row', method: 'GET', path: `/${hashes[turn % hashes.length]}` }),
    stop: async () => {
      await app.close();
      await pool.end();
    },
  };
}

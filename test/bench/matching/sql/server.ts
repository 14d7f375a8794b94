import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { removeCluster, startEmbeddedPostgres } from '../../../../demo/src/embedded-postgres/index.js';
import { cpuMicrosOf, microsSince, ownCpuMicros } from '../measure/clock.js';
import type { Timed } from '../peers/peer.js';

/** Nothing here has to survive a power cut; all of the data stays in memory, and one query has one processor. */
const SETTINGS = {
  max_connections: '10',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  jit: 'off',
  work_mem: '256MB',
  maintenance_work_mem: '512MB',
  effective_cache_size: '4GB',
  random_page_cost: '1.1',
  autovacuum: 'off',
  max_wal_size: '8GB',
  plan_cache_mode: 'force_generic_plan',
};

/** A PostgreSQL of its own, in a folder of its own. */
export interface Server {
  connect(): Promise<Session>;
  stop(): Promise<void>;
}

export async function startServer(sharedBuffers: string): Promise<Server> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fodfaeste-bench-pg-'));
  const settings = { ...SETTINGS, shared_buffers: sharedBuffers };
  const server = await startEmbeddedPostgres({ dataDir, fsync: false, settings });
  const stop = async (): Promise<void> => {
    await server.stop();
    removeCluster(dataDir);
  };
  // It has a session of its own and would outlive us.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().finally(() => process.exit(1)));
  return { connect: () => Session.open(server.url('postgres')), stop };
}

/** A column as it is sent: its values as text, and the type they become. */
export interface Column {
  name: string;
  type: string;
  values: readonly (string | number | bigint | boolean | null)[];
}

const ROWS_AT_ONCE = 20_000;

/** One connection, whose process in the server is known, so that its time can be read. */
export class Session {
  private constructor(
    private readonly client: pg.Client,
    private readonly pid: number,
  ) {}

  static async open(connectionString: string): Promise<Session> {
    const client = new pg.Client({ connectionString });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return new Session(client, rows[0]!.pid);
  }

  async run(sql: string): Promise<void> {
    await this.client.query(sql);
  }

  async rows<T>(sql: string): Promise<T[]> {
    return (await this.client.query<T & pg.QueryResultRow>(sql)).rows;
  }

  /** A prepared statement; rows as arrays. Time of the client's process and of the server's together. */
  async timed(name: string, text: string, values: unknown[]): Promise<Timed<unknown[][]>> {
    const [theirs, ours, wall] = [cpuMicrosOf(this.pid), ownCpuMicros(), process.hrtime.bigint()];
    const { rows } = await this.client.query<unknown[]>({ name, text, values, rowMode: 'array' });
    const [wallMicros, spent] = [microsSince(wall), ownCpuMicros() - ours];
    const server = theirs === null ? null : cpuMicrosOf(this.pid)! - theirs;
    // Where the system does not tell about another process, the waiting for it is the next best thing.
    return { answer: rows, wallMicros, cpuMicros: server === null ? wallMicros : server + spent };
  }

  /** Makes the table of its columns and fills it. */
  async table(name: string, columns: readonly Column[]): Promise<void> {
    await this.run(`CREATE UNLOGGED TABLE ${name} (${columns.map((c) => `${c.name} ${c.type}`).join(', ')})`);
    const count = columns[0]!.values.length;
    const asText = columns.map(({ values }) =>
      values.map((value) => (value === null ? null : String(value))),
    );
    const casts = columns.map(({ type }, at) => `v${at}::${type}`).join(', ');
    const arrays = columns.map((_, at) => `$${at + 1}::text[]`).join(', ');
    const names = columns.map((_, at) => `v${at}`).join(', ');
    for (let from = 0; from < count; from += ROWS_AT_ONCE) {
      await this.client.query(
        `INSERT INTO ${name} SELECT ${casts} FROM unnest(${arrays}) AS each(${names})`,
        asText.map((values) => values.slice(from, from + ROWS_AT_ONCE)),
      );
    }
  }

  /** Makes a table of the given rows. */
  async tableOf<T>(
    name: string,
    rows: readonly T[],
    columns: Record<string, [string, (row: T) => Column['values'][0]]>,
  ) {
    await this.table(
      name,
      Object.entries(columns).map(([column, [type, value]]) => ({
        name: column,
        type,
        values: rows.map(value),
      })),
    );
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}

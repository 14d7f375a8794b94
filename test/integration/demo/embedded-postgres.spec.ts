import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withClient } from '../../../demo/src/database/index.js';
import {
  removeCluster,
  startEmbeddedPostgres,
  stopLeftOver,
  type EmbeddedPostgres,
} from '../../../demo/src/embedded-postgres/index.js';

let dataDir: string;

const start = (fsync = false): Promise<EmbeddedPostgres> => startEmbeddedPostgres({ dataDir, fsync });

/** The one value that a query answers with. */
const one = (server: EmbeddedPostgres, sql: string): Promise<unknown> =>
  withClient(server.url('postgres'), async (client) => {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
    return rows[0]?.[0];
  });

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), `fodfaeste-test-${process.pid}-`));
});

afterEach(async () => {
  await stopLeftOver(dataDir);
  removeCluster(dataDir);
});

describe('embedded PostgreSQL', () => {
  test('starts on the loopback address only, with no socket, and sorts by code point', async () => {
    const server = await start();

    expect(await one(server, 'SHOW listen_addresses')).toBe('127.0.0.1');
    expect(await one(server, 'SHOW unix_socket_directories')).toBe('');
    expect(await one(server, `SELECT datlocale FROM pg_database WHERE datname = 'postgres'`)).toBe('C.UTF-8');
    expect(
      await one(server, `SELECT count(*)::int FROM pg_available_extensions WHERE name = 'btree_gist'`),
    ).toBe(1);
    await server.stop();
  });

  test('asks for a password that only the owner of the data folder can read', async () => {
    const server = await start();
    const wrong = server.url('postgres', 'postgres', 'guess');

    await expect(withClient(wrong, (client) => client.query('SELECT 1'))).rejects.toThrow(
      /password authentication/,
    );
    expect(statSync(join(dataDir, 'superuser-password')).mode & 0o777).toBe(0o600);
    await server.stop();
  });

  test('keeps what was written across a stop and a start', async () => {
    const first = await start();
    await withClient(first.url('postgres'), (client) => client.query('CREATE TABLE kept AS SELECT 42 AS n'));
    await first.stop();
    const second = await start();

    expect(await one(second, 'SELECT n FROM kept')).toBe(42);
    await second.stop();
  });

  test('recovers what was committed when the server was killed', async () => {
    const first = await start(true);
    await withClient(first.url('postgres'), (client) => client.query('CREATE TABLE kept AS SELECT 42 AS n'));
    process.kill(first.pid, 'SIGKILL');
    const second = await start();

    expect(await one(second, 'SELECT n FROM kept')).toBe(42);
    await second.stop();
  });

  test('replaces a server that a killed start left running', async () => {
    const orphan = await start();
    const next = await start();

    expect(next.pid).not.toBe(orphan.pid);
    expect(await one(next, 'SELECT 1')).toBe(1);
    await expect(withClient(orphan.url('postgres'), (client) => client.query('SELECT 1'))).rejects.toThrow();
    await next.stop();
  });

  test('stops at once although somebody is connected, and may be stopped twice', async () => {
    const server = await start();
    const sleeper = withClient(server.url('postgres'), (client) => client.query('SELECT pg_sleep(60)'));
    const broken = expect(sleeper).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 100));

    await Promise.all([server.stop(), server.stop()]);
    await broken;
    expect(existsSync(join(dataDir, 'cluster', 'postmaster.pid'))).toBe(false);
  });

  test('runs from a closed home folder, which the server’s user cannot enter', async () => {
    const home = mkdtempSync(join(tmpdir(), 'fodfaeste-home-'));
    chmodSync(home, 0o700);
    const inside = join(home, 'checkout', '.fodfaeste');
    const first = await startEmbeddedPostgres({ dataDir: inside, fsync: false });
    await first.stop();
    const second = await startEmbeddedPostgres({ dataDir: inside, fsync: false });

    expect(await one(second, 'SELECT 1')).toBe(1);
    await second.stop();
    removeCluster(inside);
    rmSync(home, { recursive: true });
  });

  test('says in its own words why it cannot start', async () => {
    const bad = startEmbeddedPostgres({ dataDir, settings: { shared_buffers: 'nonsense' } });

    await expect(bad).rejects.toThrow(/shared_buffers/);
    expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).toMatch(/shared_buffers/);
  });
});

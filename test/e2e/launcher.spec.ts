import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { RunningProduct } from '../support/running-product.js';
import { until } from '../support/until.js';

/** A process that ended but was not yet collected by its parent counts as gone. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

const isReady = async ({ url }: RunningProduct): Promise<boolean> =>
  fetch(`${url}/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Two, one beside the other, as a start costs a quarter of a minute: the first is stopped, the second is killed. */
describe('npm start', () => {
  let one: RunningProduct;
  let other: RunningProduct;
  /** The second once more, on its own folder. */
  let again: RunningProduct | undefined;
  beforeAll(async () => {
    [one, other] = await Promise.all([RunningProduct.start(), RunningProduct.start()]);
  }, 120_000);
  afterAll(() => Promise.all([one?.remove(), (again ?? other)?.remove()]));

  test('says where everything is', async () => {
    expect(await isReady(one)).toBe(true);
    expect(await (await fetch(one.ready.outbox)).json()).toHaveProperty('items');
    expect(Object.keys(one.ready.keys).sort()).toEqual([
      'consultant',
      'employer',
      'integration',
      'leader',
      'otherMunicipality',
    ]);
    expect(statSync(join(one.dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  test('two run side by side, but not on the same folder', async () => {
    expect(one.url).not.toBe(other.url);
    expect(Object.values(one.pids()).filter((pid) => Object.values(other.pids()).includes(pid))).toEqual([]);
    await expect(RunningProduct.start({}, one.dataDir)).rejects.toThrow(/already running/);
    expect(await isReady(one)).toBe(true);
    expect(await isReady(other)).toBe(true);
  });

  test('stopping leaves no process and no note', async () => {
    const pids = Object.values(one.pids());
    expect(pids.filter(isRunning)).toEqual(pids);

    const began = Date.now();
    await one.stop();
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(pids.filter(isRunning)).toEqual([]);
    expect(() => one.pids()).toThrow(/ENOENT/);
  });

  test('an application that crashes is started again', async () => {
    const before = other.pids();
    other.kill('api');
    other.kill('worker');

    await until(
      'both processes are new',
      () => other.pids().api !== before.api && other.pids().worker !== before.worker,
    );
    await until('it is ready', () => isReady(other));
  });

  test('after the launcher was killed the applications end, and the next start has the same keys', async () => {
    const { api, worker, postgres } = other.pids();
    other.kill('launcher');
    await until('both processes are gone', () => !isRunning(api) && !isRunning(worker));
    again = await RunningProduct.start({}, other.dataDir);

    expect(isRunning(postgres)).toBe(false);
    expect(again.ready.keys).toEqual(other.ready.keys);
  });

  test('a database that cannot be reached is a clear end, not a wait', async () => {
    const nowhere = 'postgres://nobody:none@127.0.0.1:1/none';

    await expect(RunningProduct.start({ DATABASE_URL: nowhere })).rejects.toThrow(/migrations failed/);
  });
});

import { afterEach, describe, expect, test } from '@jest/globals';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { RunningProduct } from '../support/running-product.js';
import { until } from '../support/until.js';

const started: RunningProduct[] = [];

async function start(...args: Parameters<typeof RunningProduct.start>): Promise<RunningProduct> {
  const product = await RunningProduct.start(...args);
  started.push(product);
  return product;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((product) => product.remove()));
});

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

describe('npm start', () => {
  test('says where everything is, and stopping leaves no process and no note', async () => {
    const product = await start();
    const pids = Object.values(product.pids());

    expect(await isReady(product)).toBe(true);
    expect(await (await fetch(product.ready.outbox)).json()).toHaveProperty('items');
    expect(Object.keys(product.ready.keys).sort()).toEqual([
      'consultant',
      'employer',
      'integration',
      'leader',
      'otherMunicipality',
    ]);
    expect(statSync(join(product.dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);

    const began = Date.now();
    await product.stop();
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(pids.filter(isRunning)).toEqual([]);
    expect(() => product.pids()).toThrow(/ENOENT/);
  });

  test('two run side by side, but not on the same folder', async () => {
    const [one, other] = await Promise.all([start(), start()]);

    expect(one.url).not.toBe(other.url);
    await expect(RunningProduct.start({}, one.dataDir)).rejects.toThrow(/already running/);
    expect(await isReady(one)).toBe(true);
  });

  test('an application that crashes is started again', async () => {
    const product = await start();
    const before = product.pids();
    product.kill('api');
    product.kill('worker');

    await until(
      'both processes are new',
      () => product.pids().api !== before.api && product.pids().worker !== before.worker,
    );
    await until('it is ready', () => isReady(product));
  });

  test('after the launcher was killed the applications end, and the next start has the same keys', async () => {
    const product = await start();
    const { api, worker, postgres } = product.pids();
    product.kill('launcher');
    await until('both processes are gone', () => !isRunning(api) && !isRunning(worker));
    const next = await start({}, product.dataDir);

    expect(isRunning(postgres)).toBe(false);
    expect(next.ready.keys).toEqual(product.ready.keys);
  });

  test('a database that cannot be reached is a clear end, not a wait', async () => {
    const nowhere = 'postgres://nobody:none@127.0.0.1:1/none';

    await expect(RunningProduct.start({ DATABASE_URL: nowhere })).rejects.toThrow(/migrations failed/);
  });
});

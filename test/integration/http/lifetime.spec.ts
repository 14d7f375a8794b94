import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../support/postgres-cluster.js';

const main = join(import.meta.dirname, '../../../dist/apps/api/src/main.js');
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

interface Running {
  process: ChildProcess;
  url: string;
  lines: string[];
}

const environment = (more: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  PORT: '0',
  PUBLIC_URL: 'http://localhost:3000',
  DATABASE_URL: database.appUrl,
  SECRET_KEY: 'k'.repeat(40),
  SMS_WEBHOOK_SECRET: 's'.repeat(20),
  ...more,
});

async function start(more: NodeJS.ProcessEnv = {}, ipc = false): Promise<Running> {
  const child = spawn(process.execPath, [main], {
    env: environment(more),
    stdio: ['ignore', 'pipe', 'pipe', ...(ipc ? (['ipc'] as const) : [])],
  });
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout! })) {
    lines.push(line);
    const { url } = JSON.parse(line) as { url?: string };
    if (url) {
      child.stdout!.on('data', (data: Buffer) => lines.push(...data.toString().split('\n').filter(Boolean)));
      return { process: child, url, lines };
    }
  }
  throw new Error(`It ended before it listened: ${lines.join('\n')}`);
}

const endOf = async ({
  process: child,
}: Running): Promise<{ code: number | null; signal: string | null; ms: number }> => {
  const began = Date.now();
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return { code, signal, ms: Date.now() - began };
};

describe('the process', () => {
  it('says in the log where it listens, and logs in JSON only', async () => {
    const running = await start();
    expect((await fetch(`${running.url}/ready`)).status).toBe(200);
    running.process.kill('SIGTERM');
    await endOf(running);
    for (const line of running.lines)
      expect(JSON.parse(line)).toMatchObject({ service: 'api', time: expect.any(String) });
  });

  it('stops being ready before it stops listening, and ends within ten seconds', async () => {
    const running = await start({ NODE_ENV: 'production' });
    await fetch(`${running.url}/ready`);
    const end = endOf(running);
    running.process.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect((await fetch(`${running.url}/ready`)).status).toBe(503);
    expect((await fetch(`${running.url}/live`)).status).toBe(200);
    const { code, ms } = await end;
    expect(code).toBe(0);
    expect(ms).toBeLessThan(10_000);
  });

  it('sends callers away from connections that it will cut, and drains as long as it is told', async () => {
    const running = await start({ DRAIN_SECONDS: '1' });
    const connection = async () => (await fetch(`${running.url}/live`)).headers.get('connection');
    expect(await connection()).toBe('keep-alive');
    const end = endOf(running);
    running.process.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await connection()).toBe('close');
    const { code, ms } = await end;
    expect(code).toBe(0);
    expect(ms).toBeGreaterThanOrEqual(1_000);
  });

  it('ends when the launcher of a demo goes away', async () => {
    const running = await start({ DEMO: 'on' }, true);
    const end = endOf(running);
    running.process.disconnect();
    expect((await end).code).toBe(0);
  });

  it('refuses to start with a configuration that is not complete, and says all that is missing', async () => {
    const child = spawn(process.execPath, [main], {
      env: environment({ SECRET_KEY: 'geheim', DATABASE_URL: '' }),
    });
    let told = '';
    child.stderr.on('data', (data: Buffer) => (told += data.toString()));
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(78);
    expect(told).toMatch(/DATABASE_URL must.*SECRET_KEY must/s);
    expect(told).not.toContain('geheim');
  });

  it('refuses a role that row level security does not bind, without waiting', async () => {
    const child = spawn(process.execPath, [main], {
      env: environment({ DATABASE_URL: database.ownerUrl, LOG_LEVEL: 'error' }),
    });
    let told = '';
    child.stdout.on('data', (data: Buffer) => (told += data.toString()));
    child.stderr.on('data', (data: Buffer) => (told += data.toString()));
    const [code] = (await once(child, 'close')) as [number];
    expect(code).not.toBe(0);
    expect(told).toContain('row level security does not hold');
  });
});

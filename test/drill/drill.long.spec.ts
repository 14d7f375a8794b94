import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from '@jest/globals';

const run = join(import.meta.dirname, 'run.mjs');

/** As an operator calls it: programs of a whole PostgreSQL, the compiled product, servers of its own. */
it('a backup comes back as it was, and migrations that were killed go on', async () => {
  const child = spawn(process.execPath, [run, '--kills', '2'], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const [said, heard] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await ended;
  if (said === '') throw new Error(heard);
  expect(JSON.parse(said)).toMatchObject({
    dump: { differences: [] },
    pointInTime: { differences: [], lost: 0 },
    afterwards: { ready: 200, read: 200 },
    widening: { failed: 0 },
    migration: { differences: [] },
  });
  expect(code).toBe(0);
}, 600_000);

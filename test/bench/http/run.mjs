import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../../demo/build.mjs';
import { ensureInstalled } from '../../../demo/install.mjs';

/**
 * `npm run bench:http [-- --short] [--seconds n] [--connections n] [--profile folder] [--figures page.md]`
 *
 * Prints, as JSON, how fast the interface is with 100,000 citizens in 20 municipalities (one of them with 7,000), row
 * level security on and every read of a citizen written to the access log, over real HTTP against the API as it is
 * deployed and a PostgreSQL that keeps what it was told (fsync on). Beside it the limit: a bare Fastify route that
 * answers one row by its key, on a pool of the same size, asked by the same client in the same run. The client, the
 * API and PostgreSQL share the processors. One in four open small jobs has somebody at work, with three months of shifts
 * and messages, and every consultant has a list. Traffic is four reads to one write; the shares are part of the JSON.
 * `whatIf` is the answer of the route that re-ranks 7,000 citizens while somebody drags, `everybody` the list of them all
 * with every rule that leaves one out, both one at a time.
 *
 * With `--profile` the API leaves a CPU profile of itself in that folder, and its figures are those of a watched process.
 *
 * It ends with 1 when an answer was no success, never because something was slow.
 */
const say = (text) => process.stderr.write(`${text}\n`);
await ensureInstalled({ say });
await ensureBuilt({ say });
const { compileBenchmark } = await import('../compile.mjs');
const out = await compileBenchmark({
  libraries: ['persistence'],
  folders: ['demo/src/database', 'test/contracts'],
});
const api = join(import.meta.dirname, '../../../dist/apps/api/src/main.js');
const main = join(out, 'test/bench/http/main.js');
const child = spawn(process.execPath, ['--max-old-space-size=4000', main, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, BENCH_API: api },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (status) => {
  rmSync(out, { recursive: true, force: true });
  process.exit(status ?? 1);
});

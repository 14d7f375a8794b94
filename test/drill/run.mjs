import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../demo/build.mjs';
import { ensureInstalled } from '../../demo/install.mjs';

/**
 * `npm run drill [-- --kills n]`, `npm run drill -- --compare <url> --compare <url>`
 *
 * Practises the restore, with the programs an operator has, and prints as JSON what came back:
 *
 * - `dump`: `pg_dump` while people write, restored on a server that never knew them: every table by rows and digest, and
 *   what guards them (policies, grants, constraints), against the snapshot of the dump.
 * - `pointInTime`: a base backup, the archived log, then a mistake and the loss of the server. Its successor stands where
 *   the restore point was; `lost` are writes that were acknowledged and are not there.
 * - `afterwards`: the product started on what came back.
 * - `widening`: columns of a next release in every table while this release works.
 * - `migration`: killed so many times on its way through an empty database, then compared with one that was not.
 *
 * With `--compare` it does nothing but compare two databases, for a drill with a backup of your own. It ends with 1 when
 * anything differs.
 */
const say = (text) => process.stderr.write(`${text}\n`);
await ensureInstalled({ say });
await ensureBuilt({ say });
const { compileBenchmark } = await import('../bench/compile.mjs');
const out = await compileBenchmark({
  libraries: ['persistence'],
  folders: ['demo/src/database', 'test/drill'],
});
const child = spawn(process.execPath, [join(out, 'test/drill/main.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, DRILL_CHECKOUT: join(import.meta.dirname, '../..') },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (status) => {
  rmSync(out, { recursive: true, force: true });
  process.exit(status ?? 1);
});

import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../demo/build.mjs';
import { ensureInstalled } from '../../demo/install.mjs';
import { ensurePrograms } from '../system-programs.mjs';

/**
 * `npm run crash -- [--seed n] [--kills n] [--ladders n] [--requests n] [--pace ms] [--freeze ms] [--provider-key] [--json] [--figures page]`
 *
 * Kills the product again and again while it works, and prints as one line of JSON what came of it: docs/crash-kit.md.
 * Ends with 1 when something was lost, done twice or left undone, or when a bound of the promises broke.
 */
const say = (text) => process.stderr.write(`${text}\n`);
ensurePrograms(say);
await ensureInstalled({ say });
await ensureBuilt({ say });
const { compileBenchmark } = await import('../bench/compile.mjs');
const out = await compileBenchmark({
  libraries: ['persistence'],
  folders: ['demo/src/database', 'test/contracts', 'test/builders', 'test/support', 'test/crash'],
});
const main = join(out, 'test/crash/main.js');
const child = spawn(process.execPath, ['--enable-source-maps', main, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, CRASH_DIST: join(import.meta.dirname, '../../dist') },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (status) => {
  rmSync(out, { recursive: true, force: true });
  process.exit(status ?? 1);
});

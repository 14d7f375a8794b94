import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../../demo/build.mjs';
import { ensureInstalled } from '../../../demo/install.mjs';
import { ensurePrograms } from '../../system-programs.mjs';

/**
 * `npm run bench:ladder [-- auditor] [-- --short]`
 *
 * Prints, as JSON, how late steps of ladders are when 1,000 and 10,000 of them are due within one second, on Redis and on
 * PostgreSQL as queue, with one worker and three, with real processes and a PostgreSQL that keeps what it was told (fsync
 * on). Beside it the limit: the same use case woken by BullMQ alone, with no row that remembers the wake-up. Then offers a
 * second from the confirmation to the mail server, beside nodemailer alone, and a day of the whole country: 40,000 shifts,
 * 6 % of them missed, in a quarter of an hour. Everything shares the processors.
 *
 * `auditor`: only how long an audit takes beside a million finished ladders, and which indexes it uses.
 *
 * It ends with 1 when a step of the crowds was not taken, or a person of the day heard too little or too much, never because something was slow.
 */
const say = (text) => process.stderr.write(`${text}\n`);
ensurePrograms(say);
await ensureInstalled({ say });
await ensureBuilt({ say });
const { compileBenchmark } = await import('../compile.mjs');
const out = await compileBenchmark({
  libraries: ['persistence', 'queues'],
  folders: [
    'demo/src/database',
    'test/contracts',
    'test/builders',
    'test/support',
    'test/crash',
    'test/browser/support',
  ],
});
const main = join(out, 'test/bench/ladder/main.js');
const child = spawn(process.execPath, ['--enable-source-maps', main, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, BENCH_DIST: join(import.meta.dirname, '../../../dist') },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (status) => {
  rmSync(out, { recursive: true, force: true });
  process.exit(status ?? 1);
});

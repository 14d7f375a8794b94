import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../demo/build.mjs';
import { ensureInstalled } from '../../demo/install.mjs';
import { ensurePrograms } from '../system-programs.mjs';

/**
 * `npm run endure -- redis-dead [--minutes n] [--how kill|stop] [--rate n] [--write-every n] [--ladders n]`
 * `npm run endure -- deploys [--times n] [--rate n] [--write-every n] [--workers n] [--ladders n]`
 *
 * Each with `[--json] [--figures docs/endurance.md]`. Real processes under load: what people notice when Redis is away,
 * and when a new version comes. One line of JSON at the end; docs/endurance.md says what it means. Ends with 1 when
 * something that was promised did not hold.
 */
const say = (text) => process.stderr.write(`${text}\n`);
ensurePrograms(say);
await ensureInstalled({ say });
if (!process.env.ENDURE_DIST) await ensureBuilt({ say });
const { compileBenchmark } = await import('../bench/compile.mjs');
const out = await compileBenchmark({
  libraries: ['persistence', 'queues'],
  folders: [
    'demo/src/database',
    'test/contracts',
    'test/builders',
    'test/support',
    'test/crash',
    'test/endure',
    'apps/api/src/http/session',
  ],
});
const main = join(out, 'test/endure/main.js');
const child = spawn(process.execPath, ['--enable-source-maps', main, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, ENDURE_DIST: process.env.ENDURE_DIST ?? join(import.meta.dirname, '../../dist') },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (status) => {
  rmSync(out, { recursive: true, force: true });
  process.exit(status ?? 1);
});

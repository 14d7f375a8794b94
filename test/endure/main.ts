import { deploys } from './deploys.js';
import { keepFigures } from './figures.js';
import { wantedFrom } from './options.js';
import { redisDead } from './redis-dead.js';
import { keptItsPromise } from './wishes.js';

const { command, jsonOnly, figures } = wantedFrom(process.argv.slice(2));
// Its processes end with it: they have no other parent that could end them.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const say = (text: string): void => {
  if (!jsonOnly) process.stderr.write(`${text}\n`);
};
const dist = process.env['ENDURE_DIST']!;
const report =
  command.run === 'redis-dead'
    ? await redisDead(command.options, dist, say)
    : await deploys(command.options, dist, say);
if (figures !== undefined) keepFigures(figures, process.argv.slice(2), report);
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exit(keptItsPromise(report) ? 0 : 1);

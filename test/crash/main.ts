import { keepFigures } from './figures.js';
import { optionsFrom } from './options.js';
import { isWell } from './report.js';
import { runCrashKit } from './run-crash-kit.js';

const options = optionsFrom(process.argv.slice(2));
// Its processes end with it: they have no other parent that could end them.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const say = (text: string): void => {
  if (!options.jsonOnly) process.stderr.write(`${text}\n`);
};
const report = await runCrashKit(options, process.env['CRASH_DIST']!, say);
if (options.figures !== undefined) keepFigures(options.figures, options, report);
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exit(isWell(report) ? 0 : 1);

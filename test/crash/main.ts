import { optionsFrom } from './options.js';
import { keepsItsPromises } from './report.js';
import { runCrashKit } from './run-crash-kit.js';

const options = optionsFrom(process.argv.slice(2));
const say = (text: string): void => {
  if (!options.jsonOnly) process.stderr.write(`${text}\n`);
};
const report = await runCrashKit(options, process.env['CRASH_DIST']!, say);
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exit(keepsItsPromises(report) && report.brokenBounds.length === 0 ? 0 : 1);

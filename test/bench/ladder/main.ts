import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { auditorBeside } from './auditor.js';
import { dayOfACountry } from './day-of-a-country.js';
import { timesOf } from './lateness.js';
import { offersPerSecond } from './offers.js';
import { barelyDue, stepsDue, type StepsDue } from './steps-due.js';

const { values, positionals } = parseArgs({
  options: { short: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const dist = process.env['BENCH_DIST']!;
const say = (text: string): boolean => process.stderr.write(`${text}\n`);

const machine = {
  at: new Date().toISOString(),
  node: process.version,
  cpu: cpus()[0]?.model ?? 'an unnamed processor',
  cores: cpus().length,
};
if (positionals[0] === 'auditor') {
  say('An audit beside finished ladders ...');
  const auditor = await auditorBeside(dist, values.short ? 20_000 : 1_000_000, values.short ? 50 : 500);
  process.stdout.write(`${JSON.stringify({ ...machine, auditor }, null, 2)}\n`);
  process.exit(auditor.found === 0 ? 0 : 1);
}

const steps: (StepsDue & { perSecondOfLimit: number; p99TimesLimit: number })[] = [];
for (const count of values.short ? [200] : [1_000, 10_000]) {
  say(`${count} steps in one second, bare BullMQ ...`);
  const limit = await barelyDue(dist, count);
  const beside = (one: StepsDue) => ({
    ...one,
    perSecondOfLimit: timesOf(one.perSecond, limit.perSecond),
    p99TimesLimit: timesOf(one.lateMs.p99, limit.lateMs.p99),
  });
  steps.push(beside(limit));
  for (const backend of ['redis', 'postgres'] as const)
    for (const workers of values.short ? [1] : [1, 3]) {
      say(`${count} steps in one second, ${backend}, ${workers} workers ...`);
      steps.push(beside(await stepsDue(dist, count, workers, backend)));
    }
}
say('Offers, from the confirmation to the mail server ...');
const offers = await offersPerSecond(dist, values.short ? 50 : 1_000);
say('A day of the country ...');
const day = values.short
  ? await dayOfACountry(dist, 400, 0.06, 0.5)
  : await dayOfACountry(dist, 40_000, 0.06, 15);

const result = {
  ...machine,
  steps,
  offers: { ...offers, ofBare: timesOf(offers.perSecond, offers.barePerSecond) },
  day,
};
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
const isWell = steps.every(({ taken, steps: all }) => taken === all) && day.findings.length === 0;
process.exit(isWell ? 0 : 1);

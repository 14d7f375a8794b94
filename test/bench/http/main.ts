import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { startApi } from './api.js';
import { figuresPage, type Run } from './figures.js';
import { startLimit } from './limit.js';
import { load, type Measured } from './load.js';
import { fill, type Filled } from './filled-database.js';
import { startDatabase } from './database.js';
import { mixedTraffic, shares } from './traffic.js';
import { everybodyTimes, whatIfTimes, type OneByOne } from './one-by-one.js';

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    seconds: { type: 'string' },
    connections: { type: 'string' },
    profile: { type: 'string' },
    figures: { type: 'string' },
  },
});
const seconds = Number(values.seconds ?? (values.short ? 3 : 30));
const connections = Number(values.connections ?? 50);
const size = values.short
  ? { municipalities: 3, citizens: 1_500, large: 700 }
  : { municipalities: 20, citizens: 100_000, large: 7_000 };
const say = (text: string): boolean => process.stderr.write(`${text}\n`);

const database = await startDatabase();
try {
  say(`Filling ${size.citizens} citizens in ${size.municipalities} municipalities ...`);
  const filled = await fill(database.apiUrl, size);
  await database.settle();
  const limit = await startLimit(database.apiUrl, filled);
  const bare = await load(limit.url, limit.traffic, { seconds, connections });
  await limit.stop();
  const api = await startApi(database.apiUrl, values.profile);
  let ours: Measured;
  let alone: Measured;
  let whatIf: OneByOne;
  let everybody: OneByOne;
  try {
    await warmUp(api.url, filled);
    say(`Mixed traffic for ${seconds} s on ${connections} connections ...`);
    ours = await load(api.url, mixedTraffic(filled), { seconds, connections });
    alone = await load(api.url, mixedTraffic(filled), { seconds, connections: 1 });
    say('What if ...');
    whatIf = await whatIfTimes(api.url, filled.large, values.short ? 20 : 300);
    everybody = await everybodyTimes(api.url, filled.large, values.short ? 3 : 20);
  } finally {
    await api.stop();
  }
  const result: Run = {
    at: new Date().toISOString(),
    node: process.version,
    cpu: cpus()[0]?.model ?? 'an unnamed processor',
    cores: cpus().length,
    data: size,
    connections,
    seconds,
    shares,
    limit: bare,
    ours,
    oursAlone: alone,
    ratio: {
      requestsPerSecondOfLimit: round(ours.requestsPerSecond / bare.requestsPerSecond),
      p50TimesLimit: round(ours.p50Ms / bare.p50Ms),
      p99TimesLimit: round(ours.p99Ms / bare.p99Ms),
    },
    whatIf,
    everybody,
  };
  if (values.figures !== undefined) writeFileSync(values.figures, figuresPage(result));
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  if (ours.failed + bare.failed + alone.failed > 0) process.exitCode = 1;
} finally {
  await database.stop();
}

/** The index of each municipality is made when it is first asked for; that is measured by bench:matching. */
async function warmUp(url: string, { towns }: Filled): Promise<void> {
  for (const { keys, smallJobIds } of towns) {
    const answer = await fetch(`${url}/api/v1/small-jobs/${smallJobIds[0]}/ranking?limit=1&excluded=false`, {
      headers: { authorization: `Bearer ${keys[0]}` },
    });
    if (!answer.ok) throw new Error(`The warm-up got ${answer.status}: ${await answer.text()}`);
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

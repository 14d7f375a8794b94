import { setTimeout as sleep } from 'node:timers/promises';
import { heardSteps } from '../crash/heard-steps.js';
import { Installation } from '../crash/installation.js';
import { judge } from '../crash/judge.js';
import { knownRows, stillToDo } from '../crash/known-rows.js';
import { LADDER_TAKES_MS, setUp } from '../crash/scenario.js';
import { slownessOf } from '../crash/slowness.js';
import { wrongEffects } from './effects.js';
import { floodOf, type Flood } from './flood.js';
import { HttpClient } from './http-client.js';
import { ReadinessWatch } from './readiness-watch.js';
import { redisDeadReport, type RedisDeadReport } from './redis-dead-report.js';
import { SignIns } from './sign-ins.js';
import { SteadyLoad } from './steady-load.js';
import { settleTown } from './town.js';
import { keptItsPromise, type RedisDeadOptions } from './wishes.js';
import { rowsPerRequest, Work } from './work.js';

const WARM_UP_MS = 15_000;
/** Also on a slow machine more than the limit of them are in one second. */
const FLOOD_TIMES_LIMIT = 3;
const SETTLES_WITHIN_MS = 120_000;

/** P15: Redis dies under load, stays away, and comes back empty. `dist` is the compiled product. */
export async function redisDead(
  options: RedisDeadOptions,
  dist: string,
  say: (text: string) => void = () => undefined,
): Promise<RedisDeadReport> {
  const { deadMs, beforeMs, afterMs, rate, writeEvery, ladderRate, warmUpMs = WARM_UP_MS } = options;
  // A machine that stood still for some seconds gives many at once, and those are not what is refused.
  const limit = Math.max(100, Math.round(rate * 1.5));
  const installation = await Installation.start(dist, { env: { RATE_LIMIT_PER_SECOND: String(limit) } });
  let report: RedisDeadReport | undefined;
  try {
    const slowness = slownessOf(await installation.begin());
    const wholeMs = warmUpMs + beforeMs + deadMs + afterMs;
    const rows = Math.ceil((wholeMs / 1_000) * rate * rowsPerRequest(writeEvery) * 1.1) + 10;
    const town = await settleTown(installation.addresses.apiUrl, rows);
    const overMs = Math.max(1_000, wholeMs - warmUpMs - LADDER_TAKES_MS);
    const ladders = Math.ceil((overMs / 1_000) * ladderRate);
    const size = { ladders, requests: rows, overMs, beginInMs: warmUpMs };
    const scenario = await setUp(installation.addresses.apiUrl, size);
    say(`slowness ${slowness}, ${ladders} ladders, ${rate} requests a second, logs in ${installation.logs}`);
    const client = new HttpClient(installation.url);
    // Whoever waits for a free connection behind them is not what is measured.
    const flooding = new HttpClient(installation.url);
    const work = new Work(town, scenario, writeEvery);
    const load = new SteadyLoad(
      () => work.next(),
      (asked) => client.send(asked),
      (asked, answer) => work.heard(asked, answer),
    );
    const watch = new ReadinessWatch(installation.url);
    const signIns = new SignIns(client, town, installation.ledger);
    const flood = (): Promise<Flood> => floodOf(flooding, town.keys.flood, FLOOD_TIMES_LIMIT * limit);
    load.start(rate);
    watch.start();
    signIns.start();
    await sleep(Math.max(0, scenario.ladders[0]!.startsAt - Date.now()));
    const floodBefore = await flood();
    const from = Date.now();
    await sleep(beforeMs);
    say('Redis dies');
    const died = Date.now();
    await die(installation, options.how);
    await sleep(deadMs / 2);
    const floodDuring = await flood();
    await sleep(Math.max(0, died + deadMs - Date.now()));
    // Also one that stood still comes back as another one, with nothing in it.
    await installation.redis.down();
    await installation.redis.up({ empty: true });
    const returned = Date.now();
    say('Redis is back, and empty');
    await sleep(afterMs);
    await Promise.all([load.stop(), signIns.stop()]);
    const to = Date.now();
    await settle(installation);
    watch.stop();
    client.close();
    flooding.close();
    const lines = installation.ledger.lines();
    const { adminUrl } = installation.addresses;
    const known = await knownRows(adminUrl);
    const verdict = judge({ scenario, lines, known, requests: work, kills: 0 });
    report = redisDeadReport({
      options,
      slowness,
      spans: {
        before: { from, to: died },
        during: { from: died, to: returned },
        after: { from: returned, to },
      },
      samples: load.samples,
      steps: heardSteps(scenario, lines),
      expected: 3 * ladders,
      verdict,
      known,
      wrong: await wrongEffects(adminUrl, { town, work, lines }),
      brokeDown: installation.brokeDown,
      looks: watch.looks,
      signIns: signIns.done,
      limited: { limit, before: floodBefore, during: floodDuring },
    });
  } finally {
    await installation.stop();
    if (report && keptItsPromise(report)) installation.remove();
  }
  return keptItsPromise(report) ? report : { ...report, kept: installation.folder };
}

async function die({ redis }: Installation, how: RedisDeadOptions['how']): Promise<void> {
  if (how === 'kill') await redis.down('SIGKILL');
  else process.kill(redis.pid!, 'SIGSTOP');
}

async function settle({ addresses }: Installation): Promise<void> {
  for (const end = Date.now() + SETTLES_WITHIN_MS; Date.now() < end; await sleep(500))
    if ((await stillToDo(addresses.adminUrl)) === 0) return;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../demo/src/embedded-postgres/index.js';
import type { AppProcess } from '../crash/app-process.js';
import { Installation } from '../crash/installation.js';
import { judge } from '../crash/judge.js';
import { knownRows, stillToDo } from '../crash/known-rows.js';
import { setUp } from '../crash/scenario.js';
import { slownessOf } from '../crash/slowness.js';
import { until } from '../support/until.js';
import { Balancer } from './balancer.js';
import { deploysReport, type DeploysReport, type Ended } from './deploys-report.js';
import { wrongEffects } from './effects.js';
import { OpenDesks } from './open-desks.js';
import { SteadyLoad } from './steady-load.js';
import { settleTown } from './town.js';
import { keptItsPromise, type DeploysOptions } from './wishes.js';
import { rowsPerRequest, Work } from './work.js';
import { activeJobs, callOffTheRest, leftLying, Stalls } from './work-in-progress.js';

interface Running {
  app: AppProcess;
  url: string;
}

/** What is there for the load is for a machine that is so much slower than a quiet one. */
const MOST_STRETCHED = 3;
const APIS = 2;
const DESKS = 3;
/** As long as two probes of the balancer may take when everybody is busy. */
const DRAIN_SECONDS = 5;
const STARTS_WITHIN_MS = 120_000;
const SETTLES_WITHIN_MS = 180_000;
const WARM_UP_MS = 10_000;
/** For the size of what has to be there: how long one time takes about, drains included. */
const A_TIME_MS = 30_000;

/** P16: API and worker are replaced again and again under load. `dist` is the compiled product. */
export async function deploys(
  options: DeploysOptions,
  dist: string,
  say: (text: string) => void = () => undefined,
): Promise<DeploysReport> {
  const { times, pauseMs, rate, writeEvery, workers, ladderRate, messageTakesMs } = options;
  const { warmUpMs = WARM_UP_MS } = options;
  const installation = await Installation.start(dist, {
    providerAnswersAfterMs: messageTakesMs,
    env: { DRAIN_SECONDS: String(DRAIN_SECONDS) },
  });
  const balancer = new Balancer();
  const stalls = new Stalls();
  let report: DeploysReport | undefined;
  try {
    const begun = Date.now();
    let started = 0;
    const newApi = async (): Promise<Running> => {
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      const app = installation.another('api', `api-${(started += 1)}`, { PORT: String(port) });
      app.start();
      balancer.add(url);
      await until('the API is ready', () => balancer.isReady(url), STARTS_WITHIN_MS);
      return { app, url };
    };
    const newWorker = async (): Promise<AppProcess> => {
      const name = `worker-${(started += 1)}`;
      const app = installation.another('worker', name);
      app.start();
      await until('the worker works', () => isWorking(installation.logs, name), STARTS_WITHIN_MS);
      return app;
    };
    const apis = await Promise.all(Array.from({ length: APIS }, newApi));
    const slowness = slownessOf(Date.now() - begun);
    const working = await Promise.all(Array.from({ length: workers }, newWorker));
    const wholeMs = (warmUpMs + times * (A_TIME_MS + pauseMs)) * Math.min(slowness, MOST_STRETCHED);
    const rows = Math.ceil((wholeMs / 1_000) * rate * rowsPerRequest(writeEvery)) + 10;
    const { apiUrl, adminUrl } = installation.addresses;
    const town = await settleTown(apiUrl, rows);
    const ladders = Math.ceil((wholeMs / 1_000) * ladderRate);
    const scenario = await setUp(apiUrl, {
      ...{ ladders, requests: rows },
      ...{ overMs: wholeMs, beginInMs: warmUpMs },
    });
    say(`slowness ${slowness}, ${ladders} ladders, ${rows} rows, logs in ${installation.logs}`);
    await stalls.start(installation.redis.url);
    const work = new Work(town, scenario, writeEvery);
    const load = new SteadyLoad(
      () => work.next(),
      (asked) => balancer.send(asked),
      (asked, answer) => work.heard(asked, answer),
    );
    const desks = new OpenDesks(balancer, town.cookie);
    const ended: Ended[] = [];
    const end = async (name: string, app: AppProcess, meanwhile?: () => unknown): Promise<void> => {
      const active = await activeJobs(adminUrl);
      const ending = app.stop();
      meanwhile?.();
      ended.push({ name, active, ...(await ending)! });
      const last = ended.at(-1)!;
      say(`${name} ended with ${last.signal ?? last.code} after ${last.tookMs} ms, ${active} jobs active`);
    };
    load.start(rate);
    desks.start(DESKS);
    await sleep(warmUpMs);
    const loadFrom = Date.now();
    // Not before there is work in progress.
    await until('work is in progress', async () => (await activeJobs(adminUrl)) > 0, STARTS_WITHIN_MS);
    for (let time = 0; time < times && Date.now() < begun + wholeMs * 3; time += 1) {
      apis.push(await newApi());
      const old = apis.shift()!;
      await end('api', old.app, () => desks.insistOn(old.url));
      balancer.remove(old.url);
      working.push(await newWorker());
      await end('worker', working.shift()!);
      await sleep(pauseMs);
    }
    const loadTo = Date.now();
    await load.stop();
    desks.stop();
    const begunLadders = await callOffTheRest(adminUrl);
    const left = await settle(adminUrl);
    const lines = installation.ledger.lines();
    const known = await knownRows(adminUrl);
    report = deploysReport({
      options,
      slowness,
      samples: load.samples,
      span: { from: loadFrom, to: loadTo },
      ended,
      streams: { opened: desks.opened, refused: desks.refused },
      stalled: stalls.count,
      lying: await leftLying(adminUrl),
      verdict: judge({
        scenario: { ...scenario, ladders: scenario.ladders.slice(0, begunLadders) },
        lines,
        known,
        requests: work,
        kills: 0,
      }),
      wrong: await wrongEffects(adminUrl, { town, work, lines }),
      left,
      expected: { desks: DESKS, writes: Math.floor(((loadTo - loadFrom) / 1_000) * (rate / writeEvery)) },
      brokeDown: installation.brokeDown,
    });
  } finally {
    balancer.stop();
    await stalls.stop();
    await installation.stop();
    if (report && keptItsPromise(report)) installation.remove();
  }
  return keptItsPromise(report) ? report : { ...report, kept: installation.folder };
}

const isWorking = (logs: string, name: string): boolean =>
  readFileSync(join(logs, `${name}.log`), 'utf8').includes('"msg":"working"');

/** @returns what is left undone */
async function settle(adminUrl: string): Promise<number> {
  const end = Date.now() + SETTLES_WITHIN_MS;
  let left = await stillToDo(adminUrl);
  for (; left > 0 && Date.now() < end; left = await stillToDo(adminUrl)) await sleep(1_000);
  return left;
}

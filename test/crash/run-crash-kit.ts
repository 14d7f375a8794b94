import { setTimeout as sleep } from 'node:timers/promises';
import { Faults } from './faults.js';
import { Installation } from './installation.js';
import { heardSteps, listedSteps } from './heard-steps.js';
import { judge } from './judge.js';
import { knownRows, stillToDo } from './known-rows.js';
import type { CrashOptions } from './options.js';
import { PersistentClient } from './persistent-client.js';
import { planFaults, planTakesMs, type PlannedFault } from './plan.js';
import { isWell, reportOf, type CrashReport } from './report.js';
import { LADDER_TAKES_MS, setUp } from './scenario.js';
import { slownessOf } from './slowness.js';

/** How long what is left may take after the last fault, before it counts as unfinished. */
const SETTLES_WITHIN_MS = 300_000;
/** On a slow machine the faults come further apart: what has not come up yet cannot be killed at work. */
const MOST_STRETCHED = 3;
const LOOKS_EVERY_MS = 1_000;
/** Ladders begin a little before the first fault and until the last one. */
const BEFORE_FAULTS_MS = 3_000;

/**
 * The whole run: an installation, people at work in it, faults, and then, when everything has come to rest, the
 * comparison of what should have been sent with what the provider saw. `dist` is the compiled product.
 */
export async function runCrashKit(
  options: CrashOptions,
  dist: string,
  say: (text: string) => void = () => undefined,
): Promise<CrashReport> {
  const begun = Date.now();
  const installation = await Installation.start(dist, options);
  let report: CrashReport | undefined;
  try {
    const startMs = await installation.begin();
    const slowness = slownessOf(startMs);
    const by = Math.min(slowness, MOST_STRETCHED);
    const plan = stretched(planFaults(options), by);
    const overMs = planTakesMs(plan, options);
    say(
      `seed ${options.seed}: ${plan.length} faults in ${Math.round(overMs / 1000)} s, slowness ${slowness}`,
    );
    const { ladders, requests } = options;
    const scenario = await setUp(installation.addresses.apiUrl, { ladders, requests, overMs });
    say(`started in ${startMs} ms, ${ladders} ladders, logs in ${installation.logs}`);
    const faults = new Faults(installation, say);
    const client = new PersistentClient(installation.url, scenario, options.windows);
    await sleep(BEFORE_FAULTS_MS);
    const allFaults = faults.run(plan).then(() => faults.upTo(leastKills(options), options.paceMs * by));
    const [told] = await Promise.all([client.run(overMs), allFaults]);
    const doneAt = await untilNothingIsLeft(installation, say);
    const lastLadder = Math.max(...scenario.ladders.map(({ startsAt }) => startsAt)) + LADDER_TAKES_MS;
    const recoveryMs = Math.max(0, doneAt - Math.max(faults.lastAt, lastLadder));
    const known = await knownRows(installation.addresses.adminUrl);
    const { done, kills } = faults;
    const lines = installation.ledger.lines();
    const verdict = judge({ scenario, lines, known, requests: told, kills: faults.killsOfSenders });
    const seconds = Math.round((Date.now() - begun) / 1000);
    report = reportOf({
      options,
      verdict,
      known,
      steps: [...heardSteps(scenario, lines), ...listedSteps(scenario, known)],
      done,
      kills,
      requests: told,
      slowness,
      brokeDown: installation.brokeDown,
      recoveryMs,
      seconds,
    });
  } finally {
    const isKept = !(report && isWell(report));
    await installation.stop({ keep: isKept });
    if (!isKept) installation.remove();
  }
  return isWell(report) ? report : { ...report, kept: installation.folder };
}

/** In crowds it is the crowds that count. */
const leastKills = ({ kills, windows }: CrashOptions): number => (windows > 0 ? 0 : kills);

const stretched = (plan: readonly PlannedFault[], by: number): PlannedFault[] =>
  plan.map(({ atMs, fault }) => ({ atMs: Math.round(atMs * by), fault }));

/** @returns when nothing was left, or when it gave up; milliseconds since 1970. */
async function untilNothingIsLeft(installation: Installation, say: (text: string) => void): Promise<number> {
  const begun = Date.now();
  let left = 1;
  while (left > 0 && Date.now() - begun < SETTLES_WITHIN_MS) {
    await sleep(LOOKS_EVERY_MS);
    left = await stillToDo(installation.addresses.adminUrl).catch(() => left);
  }
  say(`${left} left after ${Date.now() - begun} ms`);
  return Date.now();
}

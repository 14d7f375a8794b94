import type { Done } from './faults.js';
import type { Verdict } from './judge.js';
import type { Known } from './known-rows.js';
import type { CrashOptions } from './options.js';
import type { HeardStep } from './heard-steps.js';
import type { Requests } from './persistent-client.js';
import { forgiven, tooSlowToJudge } from './slowness.js';

export interface Percentiles {
  p50: number;
  p99: number;
  max: number;
}

/** One line of JSON: what was done, what came of it, and which bounds of the promises it kept. */
export interface CrashReport {
  seed: number;
  kills: number;
  ladders: number;
  steps: number;
  messages: number;
  lost: number;
  doubled: number;
  uncertain: number;
  /** Not sent, as the provider could not be reached: a person has it on a list. */
  handedOver: number;
  /** Why, and how often. */
  handedOverFor: Record<string, number>;
  unfinished: number;
  /** Of all steps, by the provider's list and the plan alone; of the last one, a task, by its row. */
  lateMs: Percentiles;
  /** Due jobs that the sweeper had to find. */
  repaired: number;
  /** From the last fault until nothing due was left undone. */
  recoveryMs: number;
  repeatedToStaff: number;
  /** Until a message of which nobody knows stood on a list (P3). */
  uncertainShownMs: Percentiles;
  requests: { asked: number; answered: number; refused: number };
  faults: Record<string, number>;
  /** How many died at each place around a network call, or committed and not yet answered. */
  caught: Record<string, number>;
  notDone: string[];
  /** How much slower than a quiet machine this one started the processes; the bounds are stretched by it, up to 1.5. */
  slowness: number;
  brokenBounds: string[];
  /** The first of what was lost, doubled or refused, in words. */
  findings: string[];
  /** Processes that ended by themselves. */
  brokeDown: number;
  providerKnowsRepeats: boolean;
  seconds: number;
  /** Where the logs and the ledger are; only when something was wrong. */
  kept?: string;
}

/** P2: with everything dying, the sweeper is the last to find a step. P3: seconds until uncertainty is shown. */
const LATEST_STEP_MS = 60_000;
const LATEST_SHOWN_MS = 60_000;
const RECOVERY_MS = 120_000;
const MOST_FINDINGS = 20;
/** What dies around a call excuses one message; a product that excused more than this would send nothing. */
const LEAST_SENT = 0.9;

export interface Outcome {
  options: CrashOptions;
  verdict: Verdict;
  known: Known;
  steps: readonly HeardStep[];
  done: Done;
  kills: number;
  requests: Requests;
  slowness: number;
  brokeDown: string[];
  recoveryMs: number;
  seconds: number;
}

export function reportOf(outcome: Outcome): CrashReport {
  const { options, verdict, known, done, requests, recoveryMs, seconds } = outcome;
  const { slowness } = outcome;
  const lateMs = percentiles(outcome.steps.map(({ dueAt, at }) => at - dueAt));
  const uncertainShownMs = percentiles(
    known.leftToPeople.flatMap(({ state, shownAfterMs }) =>
      state === 'uncertain' ? (shownAfterMs ?? []) : [],
    ),
  );
  const bounds = [
    { name: 'lateMs.max', value: lateMs.max, most: LATEST_STEP_MS },
    { name: 'uncertainShownMs.max', value: uncertainShownMs.max, most: LATEST_SHOWN_MS },
    { name: 'recoveryMs', value: recoveryMs, most: RECOVERY_MS },
  ];
  return {
    seed: options.seed,
    kills: outcome.kills,
    ladders: options.ladders,
    steps: verdict.steps,
    messages: verdict.messages,
    lost: verdict.lost.length,
    doubled: verdict.doubled.length,
    uncertain: verdict.uncertain,
    handedOver: verdict.handedOver,
    handedOverFor: verdict.handedOverFor,
    unfinished: verdict.unfinished,
    lateMs,
    repaired: known.repaired,
    recoveryMs,
    repeatedToStaff: verdict.repeatedToStaff,
    uncertainShownMs,
    requests: {
      asked: requests.asked,
      answered: requests.answered.size,
      refused: requests.refused.length,
    },
    faults: done.kinds,
    caught: done.caught,
    notDone: done.notDone,
    slowness,
    brokenBounds: [
      ...tooSlowToJudge(slowness),
      ...bounds
        .filter(({ value, most }) => value > most * forgiven(slowness))
        .map(({ name, value, most }) => `${name} ${value} > ${most} × ${forgiven(slowness)}`),
    ],
    findings: [
      ...verdict.lost.map((what) => `lost: ${what}`),
      ...verdict.doubled.map((what) => `doubled: ${what}`),
      ...verdict.unshown.map((what) => `on no list: ${what}`),
      ...verdict.strays.map((what) => `belongs to nothing: ${what}`),
      ...tooFew(verdict, done),
      ...requests.refused,
      ...outcome.brokeDown,
    ].slice(0, MOST_FINDINGS),
    brokeDown: outcome.brokeDown.length,
    providerKnowsRepeats: options.providerKnowsRepeats,
    seconds,
  };
}

/** Whoever died at a planned place around the call sent nothing, and was meant to. */
function tooFew({ messages, expected }: Verdict, { caught }: Done): string[] {
  const inWindows = Object.values(caught).reduce((sum, count) => sum + count, 0);
  const least = Math.floor(LEAST_SENT * (expected - inWindows));
  return messages < least ? [`${messages} messages left, less than ${least}`] : [];
}

/** The promises that have no tolerance: nothing lost, nothing twice, nothing left, each request one effect, no process that gives up. */
export const keepsItsPromises = ({ findings, unfinished }: CrashReport): boolean =>
  findings.length + unfinished === 0;

/** And in time, and each planned fault was really done. */
export const isWell = (report: CrashReport): boolean =>
  keepsItsPromises(report) && report.brokenBounds.length + report.notDone.length === 0;

function percentiles(values: readonly number[]): Percentiles {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), max: sorted.at(-1) ?? 0 };
}

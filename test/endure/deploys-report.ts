import type { Ending } from '../crash/app-process.js';
import type { Verdict } from '../crash/judge.js';
import type { Sample } from './steady-load.js';
import { counted, faultsIn, readTimes, timesOf, writeTimes, type Span, type Times } from './summary.js';
import type { DeploysOptions } from './wishes.js';

export interface Ended extends Ending {
  name: string;
  /** Due jobs that somebody worked on when it was asked to end. */
  active: number;
}

/** One line of JSON: what was measured, and what of the promise did not hold. */
export interface DeploysReport {
  run: 'deploys';
  times: number;
  requestsPerSecond: number;
  /** Every how many-th of them wrote. */
  writeEvery: number;
  requests: number;
  /** Not answered with success, whenever they were sent. */
  broken: number;
  /** Milliseconds, over the whole run. */
  writes: Times;
  reads: Times;
  /** Due jobs in progress, in all workers, when one of them was asked to end. */
  active: { p50: number; max: number };
  /** Wake-ups whose worker went away, as BullMQ counts them. */
  stalled: number;
  /** Due jobs that were begun more than once. */
  begunAgain: number;
  /** Due jobs that the sweeper did: with more work than workers there are some. */
  repaired: number;
  /** From SIGTERM, in milliseconds. */
  exits: { api: { slowestMs: number; not0: number }; worker: { slowestMs: number; not0: number } };
  /** Streams of open desks; each ends with its process and opens anew. */
  streams: { opened: number; refused: number };
  ladders: { messages: number; lost: number; doubled: number; uncertain: number; unfinished: number };
  effects: { acknowledged: number; wrong: number };
  slowness: number;
  findings: string[];
  /** What took longer than was promised. */
  tooSlow: string[];
  kept?: string;
}

export interface DeploysEvidence {
  options: DeploysOptions;
  slowness: number;
  samples: readonly Sample[];
  span: Span;
  ended: readonly Ended[];
  streams: { opened: number; refused: string[] };
  stalled: number;
  lying: { begunAgain: string[]; repaired: string[] };
  verdict: Verdict;
  wrong: string[];
  left: number;
  expected: { desks: number; writes: number };
  brokeDown: string[];
}

/** P16. */
const EXITS_WITHIN_MS = 25_000;
const MOST_FINDINGS = 30;
/** The load was there to the end: what was to be written ran out, or the load came too seldom, else. */
const LEAST_WRITTEN = 0.9;

export function deploysReport(evidence: DeploysEvidence): DeploysReport {
  const { options, samples, span, ended, verdict, lying, streams, wrong } = evidence;
  const whole = { from: 0, to: Infinity };
  const broken = faultsIn(samples, whole);
  const exitsOf = (name: string) => {
    const own = ended.filter((one) => one.name === name);
    return {
      slowestMs: Math.max(0, ...own.map(({ tookMs }) => tookMs)),
      not0: own.filter(({ code }) => code !== 0).length,
    };
  };
  const active = timesOf(ended.filter(({ name }) => name === 'worker').map((one) => one.active));
  return {
    run: 'deploys',
    times: ended.filter(({ name }) => name === 'worker').length,
    requestsPerSecond: options.rate,
    writeEvery: options.writeEvery,
    requests: samples.length,
    broken: broken.length,
    writes: writeTimes(samples, span),
    reads: readTimes(samples, span),
    active: { p50: active.p50, max: active.max },
    stalled: evidence.stalled,
    begunAgain: lying.begunAgain.length,
    repaired: lying.repaired.length,
    exits: { api: exitsOf('api'), worker: exitsOf('worker') },
    streams: { opened: streams.opened, refused: streams.refused.length },
    ladders: {
      messages: verdict.messages,
      lost: verdict.lost.length,
      doubled: verdict.doubled.length,
      uncertain: verdict.uncertain,
      unfinished: evidence.left,
    },
    effects: {
      acknowledged: samples.filter(({ isWrite, fault }) => isWrite && fault === undefined).length,
      wrong: wrong.length,
    },
    slowness: evidence.slowness,
    tooSlow: ended
      .filter(({ tookMs }) => tookMs > EXITS_WITHIN_MS)
      .map(({ name, tookMs }) => `${name} ended after ${tookMs} ms`),
    findings: [
      ...notPlayed(evidence, active.p50),
      ...evidence.brokeDown,
      ...counted(broken),
      ...ended
        .filter(({ code }) => code !== 0)
        .map(({ name, code, signal, tookMs }) => `${name} ended with ${signal ?? code} after ${tookMs} ms`),
      ...(evidence.stalled > 0 ? [`${evidence.stalled} stalled wake-ups`] : []),
      ...lying.begunAgain.map((job) => `begun again: ${job}`),
      ...(verdict.uncertain > 0 ? [`${verdict.uncertain} uncertain`] : []),
      ...(verdict.handedOver > 0 ? [`${verdict.handedOver} not sent`] : []),
      ...(evidence.left > 0 ? [`${evidence.left} left undone`] : []),
      ...verdict.lost.map((what) => `lost: ${what}`),
      ...verdict.doubled.map((what) => `doubled: ${what}`),
      ...wrong,
      ...counted(streams.refused),
    ].slice(0, MOST_FINDINGS),
  };
}

/** A run that shrank on its way proves nothing of the rest. */
function notPlayed(
  { options, ended, samples, span, streams, expected }: DeploysEvidence,
  active: number,
): string[] {
  const written = writeTimes(samples, span).count;
  const each = ['api', 'worker'].map((name) => ended.filter((one) => one.name === name).length);
  return [
    ...(each.some((count) => count < options.times) ? [`only ${each.join(' and ')} were replaced`] : []),
    ...(written < LEAST_WRITTEN * expected.writes
      ? [`${written} writes, not ${expected.writes}: the load went away`]
      : []),
    ...(active === 0 ? ['no work was in progress when workers ended'] : []),
    ...(streams.opened < expected.desks + options.times
      ? [`only ${streams.opened} streams were opened`]
      : []),
  ];
}

import type { HeardStep } from '../crash/heard-steps.js';
import type { Verdict } from '../crash/judge.js';
import type { Known } from '../crash/known-rows.js';
import { catchUpMs } from './lateness.js';
import type { Flood } from './flood.js';
import type { Look } from './readiness-watch.js';
import { forgiven, tooSlowToJudge } from '../crash/slowness.js';
import type { RedisDeadOptions } from './wishes.js';
import type { SignIn } from './sign-ins.js';
import type { Sample } from './steady-load.js';
import { counted, faultsIn, isIn, readTimes, timesOf, writeTimes, type Span, type Times } from './summary.js';

type Phase = 'before' | 'during' | 'after';

/** One line of JSON: what was measured, and what of the promise did not hold. */
export interface RedisDeadReport {
  run: 'redis-dead';
  how: RedisDeadOptions['how'];
  deadSeconds: number;
  requestsPerSecond: number;
  /** Every how many-th of them wrote. */
  writeEvery: number;
  /** Milliseconds. */
  writes: Record<Phase, Times>;
  reads: Record<Phase, Times>;
  /** Requests that were not answered with success. */
  failed: Record<Phase, number>;
  /** Of each step that somebody heard of, by the provider's list, against the plan: milliseconds. */
  lateMs: Record<Phase, Times>;
  /** From the return of Redis until the last message that was late because of it. */
  catchUpMs: number;
  ladders: { messages: number; lost: number; doubled: number; uncertain: number; unfinished: number };
  /** Acknowledged writes, and those of them without exactly one effect. */
  effects: { acknowledged: number; wrong: number };
  signIns: Record<Phase, { tried: number; in: number; slowestMs: number }>;
  ready: {
    degradedAfterMs: number | null;
    readyAgainAfterMs: number | null;
    /** Between the two. */
    looksNotDegraded: number;
    /** Whenever it was. */
    looksNotReady: number;
    /** No answer in the time that a balancer gives. */
    looksGone: number;
  };
  limit: { perSecond: number; refusedBefore: number; refusedDuring: number };
  /** Due jobs that the sweeper did. */
  repaired: number;
  slowness: number;
  /** What did not hold, in words; nothing of it when all is well. */
  findings: string[];
  /** What took longer than was promised, on a machine as slow as this one. */
  tooSlow: string[];
  kept?: string;
}

export interface RedisDeadEvidence {
  options: RedisDeadOptions;
  slowness: number;
  spans: Record<Phase, Span>;
  samples: readonly Sample[];
  steps: readonly HeardStep[];
  expected: number;
  verdict: Verdict;
  known: Known;
  wrong: string[];
  brokeDown: string[];
  looks: readonly Look[];
  signIns: readonly SignIn[];
  limited: { limit: number; before: Flood; during: Flood };
}

/** P15 and P2. */
const WRITE_P95_MS = 300;
const LATEST_STEP_MS = 60_000;
const CATCH_UP_MS = 60_000;
/** The API asks Redis every five seconds, and gives it two to answer, twice. */
const SEEN_WITHIN_MS = 12_000;
const MOST_FINDINGS = 30;

export function redisDeadReport(evidence: RedisDeadEvidence): RedisDeadReport {
  const { options, spans, samples, steps, verdict, known, limited, slowness } = evidence;
  const { during, after } = spans;
  const each = <T>(of: (span: Span) => T): Record<Phase, T> => ({
    before: of(spans.before),
    during: of(during),
    after: of(after),
  });
  const writes = each((span) => writeTimes(samples, span));
  const lateMs = each((span) =>
    timesOf(steps.filter(({ dueAt }) => isIn(span, dueAt)).map(({ dueAt, at }) => at - dueAt)),
  );
  const ready = readinessOf(evidence.looks, during);
  const catchUp = catchUpMs(steps, during.to);
  const latest = Math.max(0, ...steps.map(({ dueAt, at }) => at - dueAt));
  const stretch = forgiven(slowness);
  const bounds = [
    { name: 'writes.during.p95', value: writes.during.p95, most: WRITE_P95_MS * stretch },
    { name: 'writes.after.p95', value: writes.after.p95, most: WRITE_P95_MS * stretch },
    { name: 'the latest step', value: latest, most: LATEST_STEP_MS * stretch },
    { name: 'catchUpMs', value: catchUp, most: CATCH_UP_MS * stretch },
    { name: 'ready.degradedAfterMs', value: ready.degradedAfterMs ?? Infinity, most: SEEN_WITHIN_MS },
    { name: 'ready.readyAgainAfterMs', value: ready.readyAgainAfterMs ?? Infinity, most: SEEN_WITHIN_MS },
  ];
  const signIns = each((span) => {
    const own = evidence.signIns.filter(({ at }) => isIn(span, at));
    const times = own.flatMap(({ ms }) => ms ?? []);
    return { tried: own.length, in: times.length, slowestMs: Math.max(0, ...times) };
  });
  return {
    run: 'redis-dead',
    how: options.how,
    deadSeconds: Math.round((during.to - during.from) / 1_000),
    requestsPerSecond: options.rate,
    writeEvery: options.writeEvery,
    writes,
    reads: each((span) => readTimes(samples, span)),
    failed: each((span) => faultsIn(samples, span).length),
    lateMs,
    catchUpMs: catchUp,
    ladders: {
      messages: verdict.messages,
      lost: verdict.lost.length,
      doubled: verdict.doubled.length,
      uncertain: verdict.uncertain,
      unfinished: verdict.unfinished,
    },
    effects: {
      acknowledged: samples.filter(({ isWrite, fault }) => isWrite && fault === undefined).length,
      wrong: evidence.wrong.length,
    },
    signIns,
    ready,
    limit: {
      ...{ perSecond: limited.limit, refusedBefore: limited.before.refused },
      refusedDuring: limited.during.refused,
    },
    repaired: known.repaired,
    slowness,
    tooSlow: [
      ...tooSlowToJudge(slowness),
      ...(ready.looksGone > 0 ? [`/ready did not answer in time, ${ready.looksGone} times`] : []),
      ...bounds
        .filter(({ value, most }) => value > most)
        .map(({ name, value, most }) => `${name} ${value} > ${most}`),
    ],
    findings: [
      ...(['before', 'during'] as const).flatMap((when) => wrongLimit(when, limited)),
      ...(signIns.during.tried === 0 ? ['nobody signed in while Redis was away'] : []),
      ...(writes.during.count === 0 ? ['nobody wrote while Redis was away'] : []),
      ...(ready.degradedAfterMs === null ? ['/ready never said degraded'] : []),
      ...(ready.readyAgainAfterMs === null ? ['/ready never said ready again'] : []),
      ...(ready.looksNotDegraded > 0 ? [`/ready said something else ${ready.looksNotDegraded} times`] : []),
      ...(ready.looksNotReady > 0 ? [`/ready said not-ready ${ready.looksNotReady} times`] : []),
      ...(steps.length < evidence.expected
        ? [`${evidence.expected - steps.length} steps nobody heard of`]
        : []),
      ...(verdict.unfinished > 0 ? [`${verdict.unfinished} unfinished`] : []),
      ...(verdict.uncertain > 0 ? [`${verdict.uncertain} uncertain`] : []),
      ...(verdict.handedOver > 0 ? [`${verdict.handedOver} not sent`] : []),
      ...counted(faultsIn(samples, { from: 0, to: Infinity })),
      ...verdict.lost.map((what) => `lost: ${what}`),
      ...verdict.doubled.map((what) => `doubled: ${what}`),
      ...evidence.wrong,
      ...evidence.signIns.flatMap(({ fault }) => (fault === undefined ? [] : [`sign-in: ${fault}`])),
      ...evidence.brokeDown,
    ].slice(0, MOST_FINDINGS),
  };
}

function readinessOf(looks: readonly Look[], { from, to }: Span): RedisDeadReport['ready'] {
  const during = looks.filter(({ at }) => at >= from && at < to);
  const degraded = during.find(({ status }) => status === 'degraded');
  const again = looks.find(({ at, status }) => at >= to && status === 'ready');
  return {
    degradedAfterMs: degraded ? degraded.at - from : null,
    readyAgainAfterMs: again ? again.at - to : null,
    looksNotDegraded: degraded
      ? during.filter(({ at, status }) => at >= degraded.at && status !== 'degraded').length
      : 0,
    looksNotReady: looks.filter(({ status }) => status === 'not-ready').length,
    looksGone: looks.filter(({ status }) => status === 'gone').length,
  };
}

/** Each process lets through what it may, second by second, and nobody else pays for whoever asks too much. */
function wrongLimit(when: 'before' | 'during', { limit, ...floods }: RedisDeadEvidence['limited']): string[] {
  const { asked, refused, failed } = floods[when];
  return [
    ...(failed > 0 ? [`${when}: ${failed} of a flood were neither refused nor answered`] : []),
    ...(refused < limit / 2 ? [`${when}: ${refused} of ${asked} were refused as too many`] : []),
    ...(refused > asked - limit / 2 ? [`${when}: all but ${asked - refused} were refused as too many`] : []),
  ];
}

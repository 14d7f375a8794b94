import { Draw } from '../builders/draw.js';
import type { CrashOptions } from './options.js';

export type Worker = 'worker-1' | 'worker-2';
export type Part = 'api' | Worker | 'redis' | 'postgres';
export const links = ['postgres', 'redis', 'sms', 'mail'] as const;
export type Link = (typeof links)[number];
export const workers: readonly Worker[] = ['worker-1', 'worker-2'];

/** What happens to the installation. Those with kills in them say how many. */
export type Fault =
  | { kind: 'kill'; part: Part; downMs: number }
  | { kind: 'pair'; parts: [Part, Part]; gapMs: number; downMs: number }
  | { kind: 'empty-redis'; downMs: number }
  | { kind: 'same-job'; times: number }
  | { kind: 'crash-point'; part: 'api' | Worker; at: string }
  | { kind: 'windows'; part: 'api' | Worker; places: readonly string[]; crowd: number; times: number }
  | { kind: 'clock'; part: Worker; hours: 1 | -1; forMs: number }
  | { kind: 'disk-full'; part: Worker; forMs: number }
  | { kind: 'freeze'; part: Worker; forMs: number }
  | { kind: 'network'; part: Worker; link: Link; how: 'delay' | 'cut' | 'half-open'; forMs: number };

export interface PlannedFault {
  /** After the start of the faults. */
  atMs: number;
  fault: Fault;
}

/** Where a worker may die on its own: see libs/configuration/src/crash-points.ts. */
export const workerPoints = [
  'message.before-send',
  'message.request-sent',
  'message.answer-received',
  'message.deliver.claimed',
  'message.deliver.handled',
  'message.deliver.finished',
  'message.deliver.before-commit',
  'message.deliver.after-commit',
  'message.settle.before-commit',
  'escalation.take-step.claimed',
  'escalation.take-step.before-commit',
  'escalation.take-step.after-commit',
  'escalation.take-step.finished',
  'shift.check-evidence.before-commit',
  'shift.check-evidence.after-commit',
  'relay.taken',
  'relay.routed',
] as const;

const apiPoint = 'api.before-answer';

/** The five of T3: before and after the claim of a message, its request out, its answer in hand, and all of it kept. */
export const windowPlaces = [
  'message.deliver.claimed',
  'message.before-send',
  'message.request-sent',
  'message.answer-received',
  'message.deliver.handled',
] as const;
/** Less than a worker sends at once, else a crowd would never be full. */
const MESSAGES_CROWD = 5;
/** Ten requests are caught for each message, as P6 asks for 1,000 where P3 asks for 100. */
const ANSWERS_CROWD = 10;
const WINDOW_TAKES_MS = 3_500;
const MADE_UP_FOR = 1.1;

/** One kill in ten is one of a pair, as in T1: 20 pairs of 200 kills are 40 of them, so one fault in nine. */
const PAIR_SHARE = 0.11;
const POINT_SHARE = 0.25;
/** Faults without a kill, beside the kills. */
const OTHER_SHARE = 0.15;

/** A process is killed to start under other conditions, and once more to be rid of them. */
const RESTARTS = 2;

export function killsOf(fault: Fault): number {
  switch (fault.kind) {
    case 'kill':
    case 'empty-redis':
      return 1;
    case 'pair':
    case 'crash-point':
      return 2;
    case 'clock':
    case 'disk-full':
      return RESTARTS;
    case 'windows':
      return fault.places.length * (1 + fault.times) + 1;
    case 'same-job':
      return fault.times + RESTARTS * workers.length;
    case 'freeze':
    case 'network':
      return 0;
  }
}

/**
 * The faults of a run, drawn from the seed. Each special kind comes once before any comes twice; what is left of the kills
 * is spread over all processes, half of them on the workers.
 */
export function planFaults({ seed, kills, paceMs, freezeMs, windows }: CrashOptions): PlannedFault[] {
  if (windows > 0) return planWindows(windows);
  const draw = new Draw(seed);
  const downMs = (): number => draw.whole(100, 1_500);
  const worker = (): Worker => draw.one(workers);
  const special: (() => Fault)[] = [
    () => ({ kind: 'empty-redis', downMs: downMs() }),
    () => ({ kind: 'same-job', times: draw.whole(3, 4) }),
    () => ({
      kind: 'clock',
      part: worker(),
      hours: draw.chance(0.5) ? 1 : -1,
      forMs: draw.whole(8_000, 20_000),
    }),
    () => ({ kind: 'disk-full', part: worker(), forMs: draw.whole(5_000, 10_000) }),
  ];
  const faults: Fault[] = [];
  let left = kills;
  const put = (fault: Fault): void => {
    if (killsOf(fault) > left) return;
    left -= killsOf(fault);
    faults.push(fault);
  };
  for (let round = 0; round < Math.max(1, Math.floor(kills / 80)); round += 1)
    for (const make of special) put(make());
  while (left > 0) {
    if (draw.chance(PAIR_SHARE)) put(pair(draw, downMs()));
    else if (draw.chance(POINT_SHARE)) put(atPoint(draw, worker()));
    else put({ kind: 'kill', part: anyPart(draw), downMs: downMs() });
  }
  const others = Math.max(2, Math.round(kills * OTHER_SHARE));
  for (let at = 0; at < others; at += 1)
    faults.push(at % 5 === 0 ? frozen(worker(), freezeMs) : network(draw, worker()));
  return inTime(draw, faults, paceMs);
}

/** Nothing is drawn: at each place die as many as were asked for, half of them in either worker. */
const planWindows = (windows: number): PlannedFault[] => {
  const times = Math.ceil(windows / workers.length / MESSAGES_CROWD);
  const faults: Fault[] = [
    ...workers.map((part) => ({
      kind: 'windows' as const,
      part,
      places: windowPlaces,
      crowd: MESSAGES_CROWD,
      times,
    })),
    { kind: 'windows', part: 'api', places: [apiPoint], crowd: ANSWERS_CROWD, times: windows },
  ];
  return faults.map((fault) => ({ atMs: 0, fault }));
};

/**
 * How long the whole plan takes; the work of a run is spread over it. Some is left for the kills that are made up for at the
 * end: a process that two faults mean at once dies once.
 */
export const planTakesMs = (plan: readonly PlannedFault[], { windows }: CrashOptions): number =>
  windows > 0
    ? windows * WINDOW_TAKES_MS
    : Math.round(MADE_UP_FOR * Math.max(0, ...plan.map(({ atMs }) => atMs)));

const pair = (draw: Draw, downMs: number): Fault => {
  const first = anyPart(draw);
  let second = anyPart(draw);
  while (second === first) second = anyPart(draw);
  return { kind: 'pair', parts: [first, second], gapMs: draw.whole(0, 900), downMs };
};

const atPoint = (draw: Draw, part: Worker): Fault =>
  draw.chance(0.2)
    ? { kind: 'crash-point', part: 'api', at: `${apiPoint}:${draw.whole(1, 3)}` }
    : { kind: 'crash-point', part, at: `${draw.one(workerPoints)}:${draw.whole(1, 5)}` };

const frozen = (part: Worker, forMs: number): Fault => ({ kind: 'freeze', part, forMs });

const network = (draw: Draw, part: Worker): Fault => ({
  kind: 'network',
  part,
  link: draw.one(links),
  how: draw.one(['delay', 'cut', 'half-open'] as const),
  forMs: draw.whole(2_000, 8_000),
});

const anyPart = (draw: Draw): Part => {
  if (draw.chance(0.5)) return draw.one(workers);
  return draw.one(['api', 'redis', 'postgres'] as const);
};

function inTime(draw: Draw, faults: Fault[], paceMs: number): PlannedFault[] {
  const shuffled = faults.map((fault) => ({ fault, place: draw.unit() }));
  shuffled.sort((one, other) => one.place - other.place);
  let atMs = 0;
  return shuffled.map(({ fault }) => {
    atMs += draw.whole(Math.round(paceMs * 0.3), Math.round(paceMs * 1.7));
    return { atMs, fault };
  });
}

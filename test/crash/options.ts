import { parseArgs } from 'node:util';

export interface CrashOptions {
  /** Draws every fault: the same seed and size give the same plan. */
  seed: number;
  /** SIGKILLs, all told. */
  kills: number;
  ladders: number;
  /** Offers made, and notes written, through the API while it dies. */
  requests: number;
  /** How many are caught at each place around a network call; then nothing else is killed. 0: the drawn faults. */
  windows: number;
  /** The average pause between two faults. */
  paceMs: number;
  /** Whether the provider knows our reference again and does not send twice. */
  providerKnowsRepeats: boolean;
  /** How long a worker stands still. */
  freezeMs: number;
  jsonOnly: boolean;
  /** The page whose table gets the line of this run. */
  figures?: string;
}

/** Ten ladders for each kill: 200 kills are the 2,000 ladders of P1. */
const LADDERS_PER_KILL = 10;

/** Enough that there is always a crowd to catch: 100 at each place are 6,000 messages, and 1,000 answers of 1,200. */
const LADDERS_PER_WINDOW = 20;
const REQUESTS_PER_WINDOW = 6;

export const sized = (over: Partial<CrashOptions> & Pick<CrashOptions, 'seed' | 'kills'>): CrashOptions => ({
  ladders: over.windows ? over.windows * LADDERS_PER_WINDOW : over.kills * LADDERS_PER_KILL,
  requests: over.windows ? over.windows * REQUESTS_PER_WINDOW : over.kills * 2,
  windows: 0,
  paceMs: 4_000,
  providerKnowsRepeats: false,
  freezeMs: 60_000,
  jsonOnly: false,
  ...over,
});

/** @throws for what is no option, and for what is no number. */
export function optionsFrom(argv: string[]): CrashOptions {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: argv,
    options: {
      seed: text,
      kills: text,
      ladders: text,
      requests: text,
      windows: text,
      pace: text,
      freeze: text,
      figures: text,
      'provider-key': flag,
      json: flag,
    },
  });
  const number = (name: 'seed' | 'kills' | 'ladders' | 'requests' | 'windows' | 'pace' | 'freeze') =>
    values[name] === undefined ? undefined : whole(name, values[name]);
  const given = {
    seed: number('seed') ?? Math.floor(Math.random() * 1_000_000),
    kills: number('kills') ?? 200,
    ladders: number('ladders'),
    requests: number('requests'),
    windows: number('windows'),
    paceMs: number('pace'),
    freezeMs: number('freeze'),
    providerKnowsRepeats: values['provider-key'],
    jsonOnly: values.json,
    figures: values.figures,
  };
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return sized(known as typeof given & { ladders?: never });
}

function whole(name: string, value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new Error(`--${name} must be a whole number`);
  return Number(value);
}

import { parseArgs } from 'node:util';
import { countryPlan, municipalityPlan, type PopulationPlan } from './population/population.js';

/** How much of everything is done. Ratios come out of the long form; the short one only proves that all are equal. */
export interface Effort {
  rounds: number;
  /** The most jobs of which a list is timed. */
  jobs: number;
  /** Processor time that one engine may take for its lists, in seconds; slow ones then get fewer jobs. */
  secondsPerPeer: number;
  fewestJobs: number;
  /** The most jobs whose list is compared with the oracle's. */
  compared: number;
  randomPairs: number;
  edits: number;
  sharedBuffers: string;
}

export interface Options {
  json: boolean;
  short: boolean;
  sizes: { name: string; plan: PopulationPlan }[];
  effort: Effort;
  /** Where the page of figures is written. */
  figures: string | undefined;
  /** What an earlier run printed as JSON: nothing is measured, it is only written in another form. */
  from: string | undefined;
}

const LONG: Effort = {
  rounds: 5,
  jobs: 200,
  secondsPerPeer: 60,
  fewestJobs: 12,
  compared: 800,
  randomPairs: 10_000_000,
  edits: 100_000,
  sharedBuffers: '1GB',
};

const SHORT: Effort = {
  rounds: 1,
  jobs: 60,
  secondsPerPeer: 3,
  fewestJobs: 5,
  compared: 150,
  randomPairs: 100_000,
  edits: 1_000,
  sharedBuffers: '128MB',
};

const SIZES: Record<string, PopulationPlan> = {
  '7k': municipalityPlan,
  '100k': countryPlan,
  short: { citizens: 1_200, smallJobs: 150, of: 'municipality' },
};

/** @throws Error with what was wrong, in words. */
export function optionsOf(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean', default: false },
      short: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      pairs: { type: 'string' },
      edits: { type: 'string' },
      seconds: { type: 'string' },
      size: { type: 'string', multiple: true },
      figures: { type: 'string' },
      from: { type: 'string' },
    },
  });
  const { json, short, figures, from } = values;
  const names = values.size ?? (short ? ['short'] : ['7k', '100k']);
  const effort = { ...(short ? SHORT : LONG) };
  if (values.rounds) effort.rounds = counted('rounds', values.rounds);
  if (values.pairs) effort.randomPairs = counted('pairs', values.pairs);
  if (values.seconds) effort.secondsPerPeer = counted('seconds', values.seconds);
  if (values.edits) effort.edits = counted('edits', values.edits);
  return { json, short, figures, from, sizes: names.map((name) => ({ name, plan: planOf(name) })), effort };
}

function planOf(name: string): PopulationPlan {
  const plan = SIZES[name];
  if (!plan) throw new Error(`--size is one of ${Object.keys(SIZES).join(', ')}, not ${name}`);
  return plan;
}

function counted(name: string, text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new Error(`--${name} is a whole number, not ${text}`);
  return count;
}

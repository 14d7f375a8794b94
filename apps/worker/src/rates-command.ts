import { parseArgs } from 'node:util';
import { holdsOn, isLocalDate, readRates, type Rate, type RateChanges } from '#domain';
import type { RateRegister } from '#persistence';
import { changeInWords, rateInWords } from './rates-words.js';

const usage = [
  'npm run rates -- list [--on 2027-01-15]      the rates that are there, or those that hold on a day',
  'npm run rates -- load figures.json           says what the file would change, and changes nothing',
  'npm run rates -- load figures.json --write   loads it, all or nothing',
];

/** 0 done, 1 refused because of what the file says, 2 asked for in a way nobody understands. */
export interface Outcome {
  lines: string[];
  exitCode: 0 | 1 | 2;
}

interface Surroundings {
  register: Pick<RateRegister, 'all' | 'compare' | 'load'>;
  read: (path: string) => Promise<string>;
}

export async function ratesCommand(args: string[], around: Surroundings): Promise<Outcome> {
  const wish = readWish(args);
  if (!wish) return { lines: usage, exitCode: 2 };
  return wish.verb === 'list' ? list(wish.on, around) : load(wish.file, wish.write, around);
}

type Wish = { verb: 'list'; on: string | undefined } | { verb: 'load'; file: string; write: boolean };

function readWish(args: string[]): Wish | undefined {
  try {
    const options = { on: { type: 'string' }, write: { type: 'boolean' } } as const;
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    const [verb, file, ...more] = positionals;
    if (verb === 'list' && file === undefined && !values.write) {
      return values.on === undefined || isLocalDate(values.on) ? { verb, on: values.on } : undefined;
    }
    const complete = verb === 'load' && file !== undefined && more.length === 0 && values.on === undefined;
    return complete ? { verb, file, write: values.write ?? false } : undefined;
  } catch {
    return undefined;
  }
}

async function list(on: string | undefined, { register }: Surroundings): Promise<Outcome> {
  const rates = (await register.all()).filter((rate) => on === undefined || holdsOn(rate, on));
  return { lines: [...rates.map(rateInWords), `${rates.length} rates`], exitCode: 0 };
}

async function load(file: string, write: boolean, { register, read }: Surroundings): Promise<Outcome> {
  const wanted = await ratesIn(file, read);
  if ('faults' in wanted) return { lines: wanted.faults, exitCode: 1 };
  const changes = write ? await register.load(wanted.rates) : await register.compare(wanted.rates);
  if (changes.overlaps.length > 0) return { lines: overlapping(changes), exitCode: 1 };
  const counts = `${changes.added.length} new, ${changes.changed.length} changed, ${changes.unchanged.length} as they were`;
  const end = write ? `Loaded: ${counts}.` : `Would be: ${counts}. Nothing was written; say --write to load.`;
  return { lines: [...changeInWords(changes), end], exitCode: 0 };
}

async function ratesIn(
  file: string,
  read: Surroundings['read'],
): Promise<{ rates: Rate[] } | { faults: string[] }> {
  try {
    return readRates(JSON.parse(await read(file)));
  } catch (error) {
    return { faults: [`${file}: ${error instanceof Error ? error.message : String(error)}`] };
  }
}

const overlapping = ({ overlaps }: RateChanges): string[] => [
  'Two rates of the same name cannot hold on the same day. Nothing was written.',
  ...overlaps.map((overlap) => `  ${overlap}`),
  'To end an older rate, put its row into the same file with the day before as "to".',
];

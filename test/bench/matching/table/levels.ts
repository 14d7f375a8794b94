import type { CitizenFacts, SmallJobFacts } from '#matching';
import { flagRows, numberRows, setRows, type RowOf } from './rows.js';

/** Above this a row is compared by its own column and not by bits. */
const LEVELS_AT_MOST = 40;
/** Bits of a word that are used: a signed bigint of PostgreSQL stays positive. */
const WORD = 63;

/** Degrees: none, some, much. */
const FEW = 3;

interface Bits {
  count: number;
  /** A flag, or a number with hardly more values than one. */
  few: boolean;
  citizen(facts: CitizenFacts): bigint;
  /** Null when no citizen can have what the job asks. */
  job(facts: SmallJobFacts): bigint | null;
}

/**
 * All ordinary rows as bits: one for each threshold that occurs among the citizens (set by everybody who passes it),
 * one for each slug. A citizen passes when no bit that the job needs is missing: `(has & needs) = needs`.
 */
export interface Levels {
  words: number;
  citizen: (facts: CitizenFacts) => bigint[];
  job: (facts: SmallJobFacts) => bigint[];
  /** What the job needs of the rows with few values only: few different answers, each good for an index of its own. */
  coarse: (facts: SmallJobFacts) => bigint[];
  /** The same rows of a citizen as one number: whoever has the same passes the same. */
  coarseClass: (facts: CitizenFacts) => bigint;
  /** Set rows with more slugs than bits would be good for: ids of companies and the like. */
  wideSets: RowOf<'holds-all' | 'holds-none'>[];
  wideNumbers: RowOf<'at-most' | 'at-least'>[];
}

export function levelsOf(citizens: readonly CitizenFacts[]): Levels {
  const narrow: Bits[] = flagRows().map(flagBits);
  const wideSets: Levels['wideSets'] = [];
  const wideNumbers: Levels['wideNumbers'] = [];
  for (const row of numberRows()) {
    const values = distinct(citizens.map(row.comparison.citizen));
    if (values.length > LEVELS_AT_MOST) wideNumbers.push(row);
    else narrow.push(numberBits(row, values));
  }
  for (const row of setRows()) {
    const values = [...new Set(citizens.flatMap(row.comparison.citizen))].sort();
    if (values.length > LEVELS_AT_MOST) wideSets.push(row);
    else narrow.push(setBits(row, values));
  }
  return { ...packed(narrow), wideSets, wideNumbers };
}

/** Rows into words, none of them across two; the first bit of the first word is had by nobody. */
function packed(rows: readonly Bits[]): Pick<Levels, 'words' | 'citizen' | 'job' | 'coarse' | 'coarseClass'> {
  const places: { row: Bits; word: number; shift: bigint }[] = [];
  const used: number[] = [1];
  for (const row of [...rows].sort((a, b) => b.count - a.count)) {
    let word = used.findIndex((bits) => bits + row.count <= WORD);
    if (word < 0) word = used.push(0) - 1;
    places.push({ row, word, shift: BigInt(used[word]!) });
    used[word] = used[word]! + row.count;
  }
  const few = places.filter(({ row }) => row.few);
  const spread = (valueOf: (row: Bits) => bigint | null, among = places): bigint[] => {
    const words = used.map(() => 0n);
    for (const { row, word, shift } of among) {
      const value = valueOf(row);
      if (value === null) words[0] = words[0]! | 1n;
      else words[word] = words[word]! | (value << shift);
    }
    return words;
  };
  return {
    words: used.length,
    citizen: (facts) => spread((row) => row.citizen(facts)),
    job: (facts) => spread((row) => row.job(facts)),
    coarse: (facts) => spread((row) => row.job(facts), few),
    coarseClass: (facts) => few.reduce((all, { row }) => (all << BigInt(row.count)) | row.citizen(facts), 0n),
  };
}

const flagBits = ({ comparison }: RowOf<'flag'>): Bits => ({
  count: 1,
  few: true,
  citizen: (facts) => (comparison.citizen(facts) ? 1n : 0n),
  job: () => 1n,
});

/** Bit n: whoever has the n-th value or one that is easier to pass with. */
function numberBits({ comparison }: RowOf<'at-most' | 'at-least'>, ascending: readonly number[]): Bits {
  const hardestFirst = comparison.kind === 'at-most' ? ascending : [...ascending].reverse();
  const passes = (job: number, citizen: number): boolean =>
    comparison.kind === 'at-most' ? job <= citizen : job >= citizen;
  const bits = new Map(hardestFirst.map((value, at) => [value, (1n << BigInt(at + 1)) - 1n]));
  return {
    count: ascending.length,
    few: ascending.length <= FEW,
    citizen: (facts) => bits.get(comparison.citizen(facts))!,
    job: (facts) => {
      const asked = comparison.job(facts);
      const at = hardestFirst.findIndex((value) => passes(asked, value));
      return at < 0 ? null : 1n << BigInt(at);
    },
  };
}

function setBits({ comparison }: RowOf<'holds-all' | 'holds-none'>, slugs: readonly string[]): Bits {
  const bitOf = new Map(slugs.map((slug, at) => [slug, 1n << BigInt(at)]));
  const all = (1n << BigInt(slugs.length)) - 1n;
  const bitsOf = (held: readonly string[]): bigint =>
    held.reduce((bits, slug) => bits | (bitOf.get(slug) ?? 0n), 0n);
  const needsHolding = comparison.kind === 'holds-all';
  return {
    count: slugs.length,
    few: false,
    citizen: (facts) =>
      needsHolding ? bitsOf(comparison.citizen(facts)) : all ^ bitsOf(comparison.citizen(facts)),
    job: (facts) => {
      const asked = comparison.job(facts);
      return needsHolding && asked.some((slug) => !bitOf.has(slug)) ? null : bitsOf(asked);
    },
  };
}

const distinct = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

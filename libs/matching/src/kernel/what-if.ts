import type { PlainValue } from '../constraints/comparison.js';
import type { SmallJobFacts } from '../facts.js';
import type { Key } from '../parts/part.js';
import { WORD } from './bit-rows.js';
import type { Citizens } from './citizens.js';
import type { CodeArray } from './code-array.js';
import { APART, INSIDE, keyOf, plainRules, ruleHolds } from './rules-plan.js';
import { bitsAtMost, countOf, countOfAll, keep, type Bits } from './what-if-bits.js';
import { WhatIfWeek } from './what-if-week.js';

/** A job as it would be, and the rules that read what is other about it: bit n is row n of the table. */
export interface ChangedJob {
  facts: SmallJobFacts;
  touched: number;
}

interface AnswersOfRule {
  /** Code of each person's value. */
  codes: Uint32Array;
  /** By the job's value, who passes. */
  passing: Map<Key, Bits>;
}

/** Two changes are made together at most. */
const MOST_GROUPS = 2;

/**
 * How many citizens fit when a job is another one. Only those are looked at whom two changes could let in, or who fit
 * today; of their rules only those that a change touches, each once for every value that the job could have.
 */
export class WhatIf {
  /** How many fit today. */
  readonly eligible: number;
  private readonly slots: Int32Array;
  private readonly masks: Uint32Array;
  private readonly week: WhatIfWeek;
  private readonly answers: (AnswersOfRule | undefined)[] = [];
  private readonly others = new Map<number, Bits>();

  /**
   * @param masks the failing rules of every slot today
   * @param asked all changes that will be asked about
   */
  constructor(
    private readonly citizens: Citizens,
    masks: Uint32Array,
    asked: readonly ChangedJob[],
  ) {
    const { rows, present, slots } = citizens.records;
    const groups = groupsOf(asked.map(({ touched }) => touched));
    const found = new Int32Array(slots.size);
    let count = 0;
    for (let slot = 0; slot < slots.end; slot += 1) {
      if (isInPlay(masks[slot]!, groups) && rows.has(present, slot)) found[count++] = slot;
    }
    this.slots = found.slice(0, count);
    this.masks = new Uint32Array(count);
    for (let at = 0; at < count; at += 1) this.masks[at] = masks[this.slots[at]!]!;
    this.week = new WhatIfWeek(citizens, this.slots, endsOf(asked));
    this.eligible = countOf(this.passingAllBut(0));
  }

  /** Those whom none of the touched rules excludes from the changed job. */
  passing({ touched, facts }: ChangedJob): Bits {
    let passing: Bits | undefined;
    for (let left = touched; left !== 0; left &= left - 1) {
      const holding = this.holding(31 - Math.clz32(left & -left), facts);
      passing = passing === undefined ? holding.slice() : keep(passing, holding);
    }
    return passing ?? this.passingAllBut(-1);
  }

  /** How many of those who pass the touched rules break no other. */
  countOf(passing: Bits, touched: number): number {
    return countOfAll(passing, passing, this.passingAllBut(touched));
  }

  /** The same for two changes that touch no rule together. */
  countOfBoth(one: Bits, other: Bits, touched: number): number {
    return countOfAll(one, other, this.passingAllBut(touched));
  }

  /** Those whom no rule but the touched ones excludes today. */
  private passingAllBut(touched: number): Bits {
    const known = this.others.get(touched);
    if (known) return known;
    const { masks } = this;
    const bits = new Uint32Array((masks.length + WORD - 1) >>> 5);
    for (let at = 0; at < masks.length; at += 1) {
      if ((masks[at]! & ~touched) === 0) bits[at >>> 5] = bits[at >>> 5]! | (1 << (at & 31));
    }
    this.others.set(touched, bits);
    return bits;
  }

  private holding(row: number, facts: SmallJobFacts): Bits {
    if (row === INSIDE) return this.week.inside(facts);
    return row === APART ? this.week.apart(facts) : this.plain(row, facts);
  }

  private plain(row: number, facts: SmallJobFacts): Bits {
    const at = plainRules.findIndex((each) => each.row === row);
    const rule = plainRules[at];
    if (rule === undefined) throw new RangeError(`no change of a job is known to touch rule ${row}`);
    const column = this.citizens.ruleColumn(at);
    const answers = this.answers[row] ?? {
      codes: codesOf(column, this.slots),
      passing: new Map<Key, Bits>(),
    };
    this.answers[row] = answers;
    const own = rule.job(facts);
    const key = keyOf(own);
    const known = answers.passing.get(key);
    if (known) return known;
    const { values } = column;
    const fails = new Int16Array(values.length);
    for (let code = 0; code < fails.length; code += 1) {
      fails[code] = ruleHolds(rule, own, values[code] as PlainValue) ? 0 : 1;
    }
    const bits = bitsAtMost(answers.codes, fails, 0);
    answers.passing.set(key, bits);
    return bits;
  }
}

function codesOf({ codes: all }: CodeArray, slots: Int32Array): Uint32Array {
  const codes = new Uint32Array(slots.length);
  for (let at = 0; at < codes.length; at += 1) codes[at] = all[slots[at]!]!;
  return codes;
}

/** The touched rules in groups that no change joins: a change lifts rules of one group only. */
function groupsOf(touched: readonly number[]): number[] {
  let groups: number[] = [];
  for (const mask of new Set(touched)) {
    const joined = groups.filter((group) => (group & mask) !== 0);
    groups = groups.filter((group) => (group & mask) === 0);
    groups.push(joined.reduce((all, group) => all | group, mask));
  }
  return groups;
}

/** Whether two changes could lift all that is broken. */
function isInPlay(mask: number, groups: readonly number[]): boolean {
  let left = mask;
  let broken = 0;
  for (let n = 0; n < groups.length && left !== 0 && broken <= MOST_GROUPS; n += 1) {
    if ((left & groups[n]!) === 0) continue;
    left &= ~groups[n]!;
    broken += 1;
  }
  return left === 0 && broken <= MOST_GROUPS;
}

const endsOf = (asked: readonly ChangedJob[]): Int32Array =>
  Int32Array.from(new Set(asked.flatMap(({ facts }) => facts.shifts.map(({ to }) => to)))).sort();

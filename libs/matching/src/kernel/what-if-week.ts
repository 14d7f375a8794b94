import type { SmallJobFacts } from '../facts.js';
import { WEEK, type Interval } from '../week/interval.js';
import type { Citizens } from './citizens.js';
import type { CodeArray } from './code-array.js';
import { bitsAtMost, type Bits } from './what-if-bits.js';
import { flatShifts, NOT_FREE } from './week-patterns.js';

/**
 * The weeks of some people beside other working hours of one job. Many people have the same week, and the hours of
 * many proposals end at the same minutes: each distinct week is walked through once for all of them.
 */
export class WhatIfWeek {
  private readonly free: Local;
  private readonly agreed: Local;
  private readonly rowOf = new Map<number, number>();
  /** A row for each end of a shift: where the free stretch that holds it begins, for each distinct week. */
  private readonly begins: Int16Array;
  private readonly late = new Map<string, Int16Array>();
  private readonly fitting = new Map<string, Bits>();
  private readonly clear = new Map<string, Bits>();

  /** @param ends of all shifts that will be asked about, in rising order */
  constructor(
    private readonly citizens: Citizens,
    slots: Int32Array,
    ends: Int32Array,
  ) {
    const { free, freeCodes, agreed, agreedCodes } = citizens;
    this.free = localOf(slots, freeCodes, free.size);
    this.agreed = localOf(slots, agreedCodes, agreed.size);
    const { distinct } = this.free;
    ends.forEach((end, n) => this.rowOf.set(end, n * distinct.length));
    this.begins = new Int16Array(distinct.length * ends.length);
    for (let n = 0; n < distinct.length; n += 1) {
      free.beginsHolding(distinct[n]!, ends, this.begins, n, distinct.length);
    }
  }

  /** Who can work the hours within the windows, late starts of the flexibility included: `fitsWindows`. */
  inside({ shifts, job: { startFlexibilityMinutes } }: SmallJobFacts): Bits {
    const hours = keyOf(shifts);
    const key = `${hours}+${startFlexibilityMinutes}`;
    const known = this.fitting.get(key);
    if (known) return known;
    const late = this.late.get(hours) ?? this.lateFor(shifts);
    this.late.set(hours, late);
    const bits = bitsAtMost(this.free.codes, late, Math.min(startFlexibilityMinutes, LATEST));
    this.fitting.set(key, bits);
    return bits;
  }

  /** Who has agreed no hours that the shifts run into: `keepsClear`. */
  apart({ shifts }: SmallJobFacts): Bits {
    const key = keyOf(shifts);
    const known = this.clear.get(key);
    if (known) return known;
    const { distinct, codes } = this.agreed;
    const flat = flatShifts(shifts, 0);
    const meets = new Int16Array(distinct.length);
    for (let n = 0; n < distinct.length; n += 1) {
      meets[n] = this.citizens.agreed.isClear(distinct[n]!, flat) ? 0 : 1;
    }
    const bits = bitsAtMost(codes, meets, 0);
    this.clear.set(key, bits);
    return bits;
  }

  /** Minutes that the latest start would have to wait; more than a week for a shift whose end is not free. */
  private lateFor(shifts: readonly Interval[]): Int16Array {
    const { begins } = this;
    const late = new Int16Array(this.free.distinct.length);
    for (const { from, to } of shifts) {
      const first = this.rowOf.get(to)!;
      for (let n = 0; n < late.length; n += 1) {
        late[n] = Math.max(late[n]!, begins[first + n]! - from);
      }
    }
    return late;
  }
}

/** No start is as late; whoever is not free at the end has to wait longer, wherever in the week the shift begins. */
const LATEST = NOT_FREE - 2 * WEEK;

/** The codes of some people, numbered anew in the order they are met. */
interface Local {
  distinct: Int32Array;
  codes: Uint32Array;
}

/** @param most more than any code */
function localOf(slots: Int32Array, { codes: from }: CodeArray, most: number): Local {
  const numbers = new Int32Array(most).fill(-1);
  const distinct = new Int32Array(slots.length);
  const codes = new Uint32Array(slots.length);
  let count = 0;
  for (let n = 0; n < slots.length; n += 1) {
    const code = from[slots[n]!]!;
    if (numbers[code]! < 0) {
      numbers[code] = count;
      distinct[count++] = code;
    }
    codes[n] = numbers[code]!;
  }
  return { distinct: distinct.slice(0, count), codes };
}

function keyOf(shifts: readonly Interval[]): string {
  let key = '';
  for (const { from, to } of shifts) key += `${from}-${to},`;
  return key;
}

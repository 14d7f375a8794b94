import { DAY } from '../week/clock.js';
import { WEEK, type Interval } from '../week/interval.js';

/** Minutes of one cell of the week. */
const CELL = 60;
export const CELLS = WEEK / CELL;

/** Where a stretch begins that does not exist: later than any minute. */
export const NOT_FREE = 32_767;

/** The shifts of one job, flat: wall minutes since Monday and the minutes that a start may be late. */
export interface Shifts {
  from: Int32Array;
  to: Int32Array;
  count: number;
  flexibility: number;
}

export const flatShifts = (shifts: readonly Interval[], flexibility: number): Shifts => ({
  from: Int32Array.from(shifts, ({ from }) => from),
  to: Int32Array.from(shifts, ({ to }) => to),
  count: shifts.length,
  flexibility,
});

/**
 * Stretches of the week, each distinct list once: many citizens can work "weekdays 8 to 14". Minutes since Monday,
 * from one day before to one day after the week (see `freeIntervals`). Pattern 0 is the empty list.
 */
export class WeekPatterns {
  /** Where a pattern's stretches begin; a pattern ends where the next one begins. */
  private starts = new Uint32Array(64);
  /** From, to, from, to, ... */
  private minutes = new Int16Array(1024);
  private table = new Int32Array(128).fill(-1);
  private count = 0;

  constructor() {
    this.code([]);
  }

  get size(): number {
    return this.count;
  }

  get bytes(): number {
    return this.starts.byteLength + this.minutes.byteLength + this.table.byteLength;
  }

  code(intervals: readonly Interval[]): number {
    const mask = this.table.length - 1;
    let at = hash(intervals) & mask;
    for (; this.table[at]! >= 0; at = (at + 1) & mask) {
      if (this.equals(this.table[at]!, intervals)) return this.table[at]!;
    }
    return this.add(intervals, at);
  }

  /**
   * Free minutes before and after the tightest shift, 0 when one of them needs the late start, or -1 when the shifts
   * do not fit: `fitsWindows` and `slackMinutes` in one walk.
   */
  slack(pattern: number, { from, to, count, flexibility }: Shifts): number {
    const { minutes } = this;
    const first = this.starts[pattern]!;
    const last = this.starts[pattern + 1]!;
    let least = count === 0 ? 0 : 2 * WEEK;
    for (let n = 0; n < count; n += 1) {
      const start = from[n]!;
      const end = to[n]!;
      let at = first;
      // The stretches are in order of time, so the first that ends late enough is the only one that can hold the end.
      while (at < last && minutes[at + 1]! < end) at += 2;
      if (at >= last) return -1;
      const begin = minutes[at]!;
      if (begin >= end || begin - start > flexibility) return -1;
      const slack = begin > start ? 0 : start - begin + minutes[at + 1]! - end;
      if (slack < least) least = slack;
    }
    return least;
  }

  /** Whether none of the shifts has a minute in common with the pattern, round the week: `keepsClear`. */
  isClear(pattern: number, { from, to, count }: Shifts): boolean {
    for (let at = this.starts[pattern]!; at < this.starts[pattern + 1]!; at += 2) {
      const begin = this.minutes[at]!;
      const end = this.minutes[at + 1]!;
      for (let n = 0; n < count; n += 1) {
        const start = from[n]!;
        const stop = to[n]!;
        if (start < end && begin < stop) return false;
        if (start < end + WEEK && begin + WEEK < stop) return false;
        if (start < end - WEEK && begin - WEEK < stop) return false;
      }
    }
    return true;
  }

  /**
   * For each end, in rising order: where the stretch begins that holds the last minute before it, or NOT_FREE. A shift
   * from `from` to `end` is late by that less `from`. Fills `into` from `at` on, every `step`th.
   */
  beginsHolding(pattern: number, ends: Int32Array, into: Int16Array, at: number, step: number): void {
    const { minutes } = this;
    const last = this.starts[pattern + 1]!;
    let stretch = this.starts[pattern]!;
    for (let n = 0; n < ends.length; n += 1) {
      const end = ends[n]!;
      while (stretch < last && minutes[stretch + 1]! < end) stretch += 2;
      into[at + n * step] = stretch < last && minutes[stretch]! < end ? minutes[stretch]! : NOT_FREE;
    }
  }

  /** Marks the cells of which some minute is in the pattern: 1 for those, 0 for the others. */
  markCells(pattern: number, into: Uint8Array): void {
    into.fill(0);
    for (let at = this.starts[pattern]!; at < this.starts[pattern + 1]!; at += 2) {
      const last = Math.min(CELLS - 1, Math.floor((this.minutes[at + 1]! - 1) / CELL));
      for (let cell = Math.max(0, Math.floor(this.minutes[at]! / CELL)); cell <= last; cell += 1)
        into[cell] = 1;
    }
  }

  /** Whether some minute of the cell is in the pattern. */
  touches(pattern: number, cell: number): boolean {
    const from = cell * CELL;
    for (let at = this.starts[pattern]!; at < this.starts[pattern + 1]!; at += 2) {
      if (this.minutes[at]! < from + CELL && from < this.minutes[at + 1]!) return true;
    }
    return false;
  }

  private equals(pattern: number, intervals: readonly Interval[]): boolean {
    const first = this.starts[pattern]!;
    if (this.starts[pattern + 1]! - first !== 2 * intervals.length) return false;
    for (let n = 0; n < intervals.length; n += 1) {
      const { from, to } = intervals[n]!;
      if (this.minutes[first + 2 * n] !== from || this.minutes[first + 2 * n + 1] !== to) return false;
    }
    return true;
  }

  private add(intervals: readonly Interval[], place: number): number {
    const code = this.count++;
    const first = this.starts[code]!;
    const end = first + 2 * intervals.length;
    if (code + 2 > this.starts.length) this.starts = grown(this.starts, new Uint32Array(wider(code + 2)));
    if (end > this.minutes.length) this.minutes = grown(this.minutes, new Int16Array(wider(end)));
    intervals.forEach(({ from, to }, n) => {
      this.minutes[first + 2 * n] = from;
      this.minutes[first + 2 * n + 1] = to;
    });
    this.starts[code + 1] = end;
    this.table[place] = code;
    if (this.count * 4 > this.table.length * 3) this.rehash();
    return code;
  }

  private rehash(): void {
    this.table = new Int32Array(this.table.length * 2).fill(-1);
    const mask = this.table.length - 1;
    for (let code = 0; code < this.count; code += 1) {
      let at = hash(this.intervals(code)) & mask;
      while (this.table[at]! >= 0) at = (at + 1) & mask;
      this.table[at] = code;
    }
  }

  private intervals(code: number): Interval[] {
    const list: Interval[] = [];
    for (let at = this.starts[code]!; at < this.starts[code + 1]!; at += 2) {
      list.push({ from: this.minutes[at]!, to: this.minutes[at + 1]! });
    }
    return list;
  }
}

const wider = (length: number): number => Math.ceil(length * 1.25) + 16;

function grown<A extends Uint32Array | Int16Array>(from: A, into: A): A {
  into.set(from);
  return into;
}

function hash(intervals: readonly Interval[]): number {
  let mixed = 0x811c9dc5;
  for (const { from, to } of intervals) {
    mixed = Math.imul(mixed ^ from, 0x01000193);
    mixed = Math.imul(mixed ^ to ^ (mixed >>> 15), 0x85ebca6b);
  }
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/**
 * The cells that a shift cannot do without: the one it can begin in at the latest, and the one it ends in. Somebody
 * who is busy all through one of them does not fit; whether the others do is for `slack` to say.
 */
export function cellsNeeded(shifts: readonly Interval[], flexibility: number): number[] {
  const cells = new Set<number>();
  for (const { from, to } of shifts) {
    cells.add(cellOf(Math.min(from + flexibility, to - 1)));
    cells.add(cellOf(to - 1));
  }
  return [...cells];
}

const cellOf = (minute: number): number => Math.floor((minute % (7 * DAY)) / CELL);

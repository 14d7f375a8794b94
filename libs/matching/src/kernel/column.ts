import type { Key } from '../parts/part.js';
import { CodeArray } from './code-array.js';

/** A row of bits for one column: which slots have a value that the other side's `key` holds for. */
export interface RowOfColumn {
  /** Number of the row in `BitRows`; -1 when it was dropped. */
  at: number;
  column: Column;
  key: Key;
  holds(value: unknown): boolean;
  /** When it was last asked for. */
  turn: number;
}

/**
 * One field of all slots: each distinct value has a small number, and only that number is kept for a slot. The values
 * are few (levels, hours, sets of slugs), so what a question says of them is worked out once for all slots.
 */
export class Column extends CodeArray {
  readonly values: unknown[] = [];
  /** How many slots have the value now. */
  readonly counts: number[] = [];
  /** The number of keys that are only thought of, or -1, and how often it has come to mean another. */
  passing = -1;
  passings = 0;
  /** The rows that are kept for this column, by the other side's value. */
  readonly rows = new Map<Key, RowOfColumn>();
  private readonly numbers = new Map<Key, number>();
  private readonly nearestKnown = new Map<number, number>();

  /** @param at place among the columns of its side */
  constructor(
    readonly at: number,
    slots: number,
  ) {
    super(slots);
  }

  /** The number of a key; its value is kept with it when the key is new. */
  number(key: Key, value: unknown): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const code = this.values.length;
    this.numbers.set(key, code);
    this.values.push(value);
    this.counts.push(0);
    this.nearestKnown.clear();
    return code;
  }

  /**
   * The number of a key that is only thought of: its own when it has one, else the one number that is kept for such
   * keys and means another each time.
   */
  passingNumber(key: Key, value: unknown): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    if (this.passing < 0) {
      this.passing = this.values.length;
      this.values.push(value);
      this.counts.push(0);
    }
    this.values[this.passing] = value;
    this.passings += 1;
    this.nearestKnown.clear();
    return this.passing;
  }

  /** The number of a key that some slot has or had, or -1. */
  find(key: Key): number {
    return this.numbers.get(key) ?? -1;
  }

  /** The value of the column that is nearest to a number from above or below, the number itself included. */
  nearest(value: number, direction: 'above' | 'below'): number {
    const known = this.nearestKnown.get(value);
    if (known !== undefined) return known;
    let best = direction === 'above' ? Infinity : -Infinity;
    for (const own of this.values as number[]) {
      if (direction === 'above' ? own >= value && own < best : own <= value && own > best) best = own;
    }
    this.nearestKnown.set(value, best);
    return best;
  }

  /** The values that slots have now. */
  *present(): Generator<unknown> {
    for (let code = 0; code < this.values.length; code += 1) {
      if (this.counts[code]! > 0) yield this.values[code];
    }
  }
}

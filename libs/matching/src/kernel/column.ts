import type { Key } from '../parts/part.js';

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
 * One field of the records: each distinct value has a small number, and only that number stands in a record. The
 * values are few (levels, hours, sets of slugs), so what a question says of them is worked out once for all slots.
 */
export class Column {
  readonly values: unknown[] = [];
  /** How many slots have the value now. */
  readonly counts: number[] = [];
  /** The rows that are kept for this column, by the other side's value. */
  readonly rows = new Map<Key, RowOfColumn>();
  private readonly codes = new Map<Key, number>();

  /** @param at place of the column in a record */
  constructor(readonly at: number) {}

  /** The number of a key; `value` is asked for when the key is new. */
  code(key: Key, value: () => unknown): number {
    const known = this.codes.get(key);
    if (known !== undefined) return known;
    const code = this.values.length;
    this.codes.set(key, code);
    this.values.push(value());
    this.counts.push(0);
    return code;
  }

  /** The number of a key that some slot has or had, or -1. */
  find(key: Key): number {
    return this.codes.get(key) ?? -1;
  }

  /** The values that slots have now. */
  *present(): Generator<unknown> {
    for (let code = 0; code < this.values.length; code += 1) {
      if (this.counts[code]! > 0) yield this.values[code];
    }
  }
}

import type { Position } from '#domain';
import type { Key } from '../parts/part.js';
import { BitRows, WORD } from './bit-rows.js';
import { Column, type RowOfColumn } from './column.js';
import { Places } from './places.js';
import { isAtLeast, isAtMost, type Term } from './rules-plan.js';
import { Slots } from './slots.js';
import { ZONE, Zones } from './zones.js';

type Question = Omit<Term, 'rule'>;

/** Rows kept at once; beyond it the one that was longest not asked for is dropped. */
const ROWS_KEPT = 256;

/** One side of the index: per slot an id, a place, and for every column the number of its value. */
export class Records {
  readonly slots: Slots;
  readonly rows: BitRows;
  readonly zones: Zones;
  readonly places: Places;
  readonly columns: readonly Column[];
  /** Slots that there is room for. */
  room: number;
  /** The row of the slots that are in use. */
  readonly present: number;
  private readonly kept = new Set<RowOfColumn>();
  private turn = 0;

  constructor(columns: number, expected: number) {
    this.room = wholeZones(Math.max(1, expected));
    this.slots = new Slots(expected);
    this.rows = new BitRows(this.room, 64);
    this.zones = new Zones(this.room);
    this.places = new Places(this.room);
    this.columns = Array.from({ length: columns }, (_, at) => new Column(at, this.room));
    this.present = this.rows.take();
  }

  get bytes(): number {
    const columns = this.columns.reduce((sum, { codes }) => sum + codes.byteLength, 0);
    return this.slots.bytes + this.rows.bytes + this.zones.bytes + this.places.bytes + columns;
  }

  /** The slot of an id, a new one when it has none; says whether it is new. */
  slotFor(id: string): { slot: number; isNew: boolean } {
    const known = this.slots.find(id);
    if (known >= 0) return { slot: known, isNew: false };
    const slot = this.slots.add(id);
    if (slot >= this.room) this.widen(wholeZones(Math.ceil((slot + 1) * 1.125)));
    this.rows.set(this.present, slot, true);
    return { slot, isNew: true };
  }

  /** Writes a column's number and keeps the counts and the rows of that column true. */
  write(slot: number, column: Column, code: number, isNew: boolean): void {
    if (!isNew) {
      const before = column.codes[slot]!;
      if (before === code) return;
      column.counts[before]! -= 1;
    }
    column.counts[code]! += 1;
    column.set(slot, code);
    for (const row of column.rows.values()) {
      this.rows.set(row.at, slot, row.holds(column.values[code]));
    }
  }

  /** @param radius metres that the slot reaches by itself */
  place(slot: number, position: Position, radius: number): void {
    this.places.set(slot, position);
    this.zones.include(slot, position.lat, position.lon, radius);
  }

  remove(slot: number): void {
    for (const column of this.columns) column.counts[column.codes[slot]!]! -= 1;
    this.rows.clear(slot);
    this.slots.remove(slot);
  }

  /** Begins a question: rows asked for from now on are kept until the next one. */
  beginQuestion(): void {
    this.turn += 1;
  }

  /** The row is asked for in this question. */
  touch(row: RowOfColumn): void {
    row.turn = this.turn;
  }

  /** The row of the slots whose value of a column answers the question with yes; laid when nobody asked yet. */
  row(column: Column, { key, holds, nearest }: Question): RowOfColumn {
    if (nearest === undefined) return this.rowOf(column, key, holds);
    const value = column.nearest(key as number, nearest);
    return this.rowOf(column, value, nearest === 'above' ? isAtLeast(value) : isAtMost(value));
  }

  private rowOf(column: Column, key: Key, holds: (value: never) => boolean): RowOfColumn {
    const known = column.rows.get(key);
    if (known) {
      known.turn = this.turn;
      return known;
    }
    if (this.kept.size >= ROWS_KEPT) this.dropOldest();
    const row: RowOfColumn = {
      at: this.rows.take(),
      column,
      key,
      holds,
      turn: this.turn,
    };
    column.rows.set(key, row);
    this.kept.add(row);
    this.lay(row);
    return row;
  }

  /** The rows of bits as another thread begins with: what is always kept, without the answers to questions. */
  rowsWithoutAnswers(): ReturnType<BitRows['copy']> {
    return this.rows.copy([...this.kept].map(({ at }) => at));
  }

  private lay(row: RowOfColumn): void {
    const { codes, values } = row.column;
    const verdicts = Uint8Array.from(values, (value) => (row.holds(value) ? 1 : 0));
    const { rows } = this;
    const first = row.at * rows.stride;
    const present = this.present * rows.stride;
    let count = 0;
    for (let word = 0; word * WORD < this.slots.end; word += 1) {
      let bits = 0;
      for (let left = rows.words[present + word]!; left !== 0; left &= left - 1) {
        const bit = 31 - Math.clz32(left & -left);
        if (verdicts[codes[word * WORD + bit]!] === 1) {
          bits |= 1 << bit;
          count += 1;
        }
      }
      rows.words[first + word] = bits;
    }
    rows.counts[row.at] = count;
  }

  private dropOldest(): void {
    let oldest: RowOfColumn | undefined;
    for (const row of this.kept) {
      if (row.turn < this.turn && (oldest === undefined || row.turn < oldest.turn)) oldest = row;
    }
    if (oldest === undefined) return;
    oldest.column.rows.delete(oldest.key);
    this.kept.delete(oldest);
    this.rows.giveBack(oldest.at);
    oldest.at = -1;
  }

  private widen(room: number): void {
    this.room = room;
    this.rows.widen(room);
    this.zones.widen(room);
    this.places.widen(room);
    for (const column of this.columns) column.widen(room);
  }
}

const wholeZones = (slots: number): number => Math.ceil(slots / ZONE) * ZONE;

export function* presentSlots({ rows, present, slots }: Records): Generator<number> {
  for (let slot = 0; slot < slots.end; slot += 1) if (rows.has(present, slot)) yield slot;
}

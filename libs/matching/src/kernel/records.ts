import type { Position } from '#domain';
import type { Key } from '../parts/part.js';
import { BitRows, WORD } from './bit-rows.js';
import { Column, type RowOfColumn } from './column.js';
import { Slots } from './slots.js';
import { Zones } from './zones.js';

/** Rows kept at once; beyond it the one that was longest not asked for is dropped. */
const ROWS_KEPT = 256;
const NARROW = 65_536;

/**
 * The records of one side: per slot an id, a place, and for every column the number of its value. Two bytes a column
 * until one has more distinct values than that can tell apart.
 */
export class Records {
  readonly slots: Slots;
  readonly rows: BitRows;
  readonly zones: Zones;
  readonly columns: readonly Column[];
  /** Numbers of one record: those of the columns, then the bare ones. */
  readonly width: number;
  codes: Uint16Array | Uint32Array;
  lat: Float64Array;
  lon: Float64Array;
  /** The row of the slots that are in use. */
  readonly present: number;
  private readonly kept = new Set<RowOfColumn>();
  private turn = 0;

  /**
   * @param columns how many fields have distinct values that are numbered
   * @param bare how many more are numbers by themselves
   */
  constructor(columns: number, bare: number, expected: number) {
    this.width = columns + bare;
    const slots = Math.max(64, expected);
    this.slots = new Slots(expected);
    this.rows = new BitRows(slots, 64);
    this.zones = new Zones(slots);
    this.columns = Array.from({ length: columns }, (_, at) => new Column(at));
    this.codes = new Uint16Array(this.width * slots);
    this.lat = new Float64Array(slots);
    this.lon = new Float64Array(slots);
    this.present = this.rows.take();
  }

  get bytes(): number {
    return (
      this.slots.bytes +
      this.rows.bytes +
      this.zones.bytes +
      this.codes.byteLength +
      this.lat.byteLength +
      this.lon.byteLength
    );
  }

  /** The slot of an id, a new one when it has none; says whether it is new. */
  slotFor(id: string): { slot: number; isNew: boolean } {
    const known = this.slots.find(id);
    if (known >= 0) return { slot: known, isNew: false };
    const slot = this.slots.add(id);
    if (slot >= this.lat.length) this.widen(Math.ceil((slot + 1) * 1.125));
    this.rows.set(this.present, slot, true);
    return { slot, isNew: true };
  }

  /** Writes a column's number and keeps the counts and the rows of that column true. */
  write(slot: number, column: Column, code: number, isNew: boolean): void {
    const before = this.codes[slot * this.width + column.at]!;
    if (!isNew) {
      if (before === code) return;
      column.counts[before]! -= 1;
    }
    column.counts[code]! += 1;
    this.writeBare(slot, column.at, code);
    for (const row of column.rows.values()) {
      this.rows.set(row.at, slot, row.holds(column.values[code]));
    }
  }

  /** Writes a number of the record that no column counts. */
  writeBare(slot: number, at: number, code: number): void {
    if (code >= NARROW && this.codes instanceof Uint16Array) this.codes = Uint32Array.from(this.codes);
    this.codes[slot * this.width + at] = code;
  }

  place(slot: number, { lat, lon }: Position, radius: number): void {
    this.lat[slot] = lat;
    this.lon[slot] = lon;
    this.zones.include(slot, lat, lon, radius);
  }

  remove(slot: number): void {
    for (const column of this.columns) {
      const code = this.codes[slot * this.width + column.at]!;
      column.counts[code]! -= 1;
    }
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

  /** The row of the slots whose value of the column `holds` for the other side's `key`; laid when nobody asked yet. */
  row(column: Column, key: Key, holds: (value: never) => boolean): RowOfColumn {
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
      holds: holds,
      turn: this.turn,
    };
    column.rows.set(key, row);
    this.kept.add(row);
    this.lay(row);
    return row;
  }

  private lay(row: RowOfColumn): void {
    const { column } = row;
    const verdicts = Uint8Array.from(column.values, (value) => (row.holds(value) ? 1 : 0));
    const { rows, codes, width } = this;
    const first = row.at * rows.stride;
    const present = this.present * rows.stride;
    let count = 0;
    for (let word = 0; word * WORD < this.slots.end; word += 1) {
      let bits = 0;
      for (let left = rows.words[present + word]!; left !== 0; left &= left - 1) {
        const bit = 31 - Math.clz32(left & -left);
        if (verdicts[codes[(word * WORD + bit) * width + column.at]!] === 1) {
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

  private widen(slots: number): void {
    const room = Math.ceil(slots / 64) * 64;
    this.rows.widen(room);
    this.zones.widen(room);
    const codes =
      this.codes instanceof Uint16Array
        ? new Uint16Array(this.width * room)
        : new Uint32Array(this.width * room);
    codes.set(this.codes);
    const [lat, lon] = [new Float64Array(room), new Float64Array(room)];
    lat.set(this.lat);
    lon.set(this.lon);
    [this.codes, this.lat, this.lon] = [codes, lat, lon];
  }
}

export function* presentSlots({ rows, present, slots }: Records): Generator<number> {
  for (let slot = 0; slot < slots.end; slot += 1) if (rows.has(present, slot)) yield slot;
}

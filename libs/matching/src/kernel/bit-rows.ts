/** How many slots a word holds. */
export const WORD = 32;

/**
 * Rows of bits over slots in one buffer: bit n of row r says whether slot n has what r stands for. Rows are taken and
 * given back; the number of set bits of each is known, so that the most selective is asked first.
 */
export class BitRows {
  /** Signed, so that a word is a small number of the machine throughout. */
  words: Int32Array;
  counts: Int32Array;
  /** Words of one row. */
  stride: number;
  private taken = 0;
  private readonly free: number[] = [];

  constructor(slots: number, rows: number) {
    this.stride = wordsFor(slots);
    this.words = new Int32Array(this.stride * rows);
    this.counts = new Int32Array(rows);
  }

  get bytes(): number {
    return this.words.byteLength + this.counts.byteLength;
  }

  /** An empty row. */
  take(): number {
    const row = this.free.pop() ?? this.taken++;
    if (row >= this.counts.length) this.resize(this.stride, row + 16);
    this.words.fill(0, row * this.stride, (row + 1) * this.stride);
    this.counts[row] = 0;
    return row;
  }

  giveBack(row: number): void {
    this.words.fill(0, row * this.stride, (row + 1) * this.stride);
    this.counts[row] = 0;
    this.free.push(row);
  }

  set(row: number, slot: number, on: boolean): void {
    const at = row * this.stride + (slot >>> 5);
    const bit = 1 << (slot & 31);
    const was = (this.words[at]! & bit) !== 0;
    if (was === on) return;
    this.words[at] = this.words[at]! ^ bit;
    this.counts[row] = this.counts[row]! + (on ? 1 : -1);
  }

  has(row: number, slot: number): boolean {
    return (this.words[row * this.stride + (slot >>> 5)]! & (1 << (slot & 31))) !== 0;
  }

  /** The slot is nowhere any more. */
  clear(slot: number): void {
    for (let row = 0; row < this.taken; row += 1) this.set(row, slot, false);
  }

  /** A copy of everything but the rows left out. */
  copy(without: readonly number[]): {
    words: Int32Array;
    counts: Int32Array;
    stride: number;
    taken: number;
    free: number[];
  } {
    const { words, counts, stride, taken } = this;
    return { words: words.slice(), counts: counts.slice(), stride, taken, free: [...this.free, ...without] };
  }

  /** Makes room for more slots. */
  widen(slots: number): void {
    if (wordsFor(slots) > this.stride) this.resize(wordsFor(slots), this.counts.length);
  }

  private resize(stride: number, rows: number): void {
    const words = new Int32Array(stride * rows);
    for (let row = 0; row < Math.min(this.counts.length, rows); row += 1) {
      words.set(this.words.subarray(row * this.stride, (row + 1) * this.stride), row * stride);
    }
    const counts = new Int32Array(rows);
    counts.set(this.counts);
    [this.words, this.counts, this.stride] = [words, counts, stride];
  }
}

/** Whole blocks of 64 slots, two words each: a zone is never cut. */
const wordsFor = (slots: number): number => 2 * Math.ceil(Math.max(1, slots) / (2 * WORD));

export function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

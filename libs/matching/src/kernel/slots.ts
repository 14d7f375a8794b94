const UUID_LENGTH = 36;
const NOBODY = -1;
const FREED = -2;

/** Hex digit of a lower-case character code; 16 or more when it is none. */
const digits = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 97 && code <= 102 ? code - 87 : 255;
});
const isDash = (at: number): boolean => at === 8 || at === 13 || at === 18 || at === 23;

/** The 128 bits of a canonical UUID as four words into `into`; false for any other text. */
function readUuid(id: string, into: Uint32Array): boolean {
  if (id.length !== UUID_LENGTH) return false;
  let word = 0;
  let nibbles = 0;
  let bad = 0;
  for (let at = 0; at < UUID_LENGTH; at += 1) {
    const code = id.charCodeAt(at);
    if (isDash(at)) {
      bad |= code ^ 45;
      continue;
    }
    const digit = code < 128 ? digits[code]! : 255;
    bad |= digit & 0xf0;
    word = (word << 4) | (digit & 15);
    nibbles += 1;
    if ((nibbles & 7) === 0) into[(nibbles >>> 3) - 1] = word;
  }
  return bad === 0;
}

const bytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const half = (bits: number): string => bytes[(bits >>> 8) & 255]! + bytes[bits & 255]!;

/**
 * Ids and the slots they live in. A UUID takes 16 bytes and its place in a hash table; any other text is kept as it
 * is. A slot that is given back is used again, so a slot number is only good until then.
 */
export class Slots {
  size = 0;
  /** One more than the highest slot ever used. */
  end = 0;
  private words: Uint32Array;
  private table: Int32Array;
  private taken = 0;
  private readonly free: number[] = [];
  private readonly oddAt = new Map<string, number>();
  private readonly oddId = new Map<number, string>();
  private readonly read = new Uint32Array(4);

  constructor(expected: number) {
    this.words = new Uint32Array(4 * Math.max(1, expected));
    this.table = new Int32Array(tableSize(expected)).fill(NOBODY);
  }

  get bytes(): number {
    return this.words.byteLength + this.table.byteLength + 150 * this.oddId.size;
  }

  /** The slot, or -1. */
  find(id: string): number {
    if (!readUuid(id, this.read)) return this.oddAt.get(id) ?? NOBODY;
    const mask = this.table.length - 1;
    for (let at = this.hash(this.read, 0) & mask; ; at = (at + 1) & mask) {
      const slot = this.table[at]!;
      if (slot === NOBODY) return NOBODY;
      if (slot !== FREED && this.holds(slot)) return slot;
    }
  }

  /** A slot for an id that has none yet. */
  add(id: string): number {
    const slot = this.free.pop() ?? this.end++;
    this.size += 1;
    if (4 * this.end > this.words.length) {
      const wider = new Uint32Array(4 * Math.ceil(this.end * 1.125 + 16));
      wider.set(this.words);
      this.words = wider;
    }
    if (!readUuid(id, this.read)) {
      this.oddAt.set(id, slot);
      this.oddId.set(slot, id);
      this.words.fill(0, 4 * slot, 4 * slot + 4);
      return slot;
    }
    this.words.set(this.read, 4 * slot);
    this.taken += 1;
    if (this.taken * 5 > this.table.length * 4) this.rehash(slot);
    else this.enter(slot);
    return slot;
  }

  /** Gives a slot back. */
  remove(slot: number): void {
    this.size -= 1;
    this.free.push(slot);
    const odd = this.oddId.get(slot);
    if (odd !== undefined) {
      this.oddId.delete(slot);
      this.oddAt.delete(odd);
      return;
    }
    const mask = this.table.length - 1;
    let at = this.hash(this.words, 4 * slot) & mask;
    while (this.table[at] !== slot) at = (at + 1) & mask;
    this.table[at] = FREED;
  }

  idOf(slot: number): string {
    const odd = this.oddId.size === 0 ? undefined : this.oddId.get(slot);
    if (odd !== undefined) return odd;
    const at = 4 * slot;
    const a = this.words[at]!;
    const b = this.words[at + 1]!;
    const c = this.words[at + 2]!;
    const d = this.words[at + 3]!;
    return (
      half(a >>> 16) +
      half(a) +
      '-' +
      half(b >>> 16) +
      '-' +
      half(b) +
      '-' +
      half(c >>> 16) +
      '-' +
      half(c) +
      half(d >>> 16) +
      half(d)
    );
  }

  /** The order of the ids as texts: below zero when the first stands before the second. */
  compare(one: number, other: number): number {
    if (this.oddId.size > 0 && (this.oddId.has(one) || this.oddId.has(other))) {
      const [a, b] = [this.idOf(one), this.idOf(other)];
      return a < b ? -1 : a > b ? 1 : 0;
    }
    for (let at = 0; at < 4; at += 1) {
      const difference = this.words[4 * one + at]! - this.words[4 * other + at]!;
      if (difference !== 0) return difference;
    }
    return 0;
  }

  private holds(slot: number): boolean {
    const at = 4 * slot;
    const { words, read } = this;
    return (
      words[at] === read[0] &&
      words[at + 1] === read[1] &&
      words[at + 2] === read[2] &&
      words[at + 3] === read[3] &&
      !this.oddId.has(slot)
    );
  }

  private hash(words: Uint32Array, at: number): number {
    let mixed = words[at]! ^ Math.imul(words[at + 1]!, 0x9e3779b1);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) ^ words[at + 2]!;
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) ^ Math.imul(words[at + 3]!, 0x27d4eb2f);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  }

  private enter(slot: number): void {
    const mask = this.table.length - 1;
    let at = this.hash(this.words, 4 * slot) & mask;
    while (this.table[at]! >= 0) at = (at + 1) & mask;
    if (this.table[at] === FREED) this.taken -= 1;
    this.table[at] = slot;
  }

  /** A larger table without the traces of what was given back. */
  private rehash(added: number): void {
    const slots = this.table.filter((slot) => slot >= 0);
    this.table = new Int32Array(tableSize(slots.length + 1)).fill(NOBODY);
    this.taken = slots.length + 1;
    for (const slot of slots) this.enter(slot);
    this.enter(added);
  }
}

/** A power of two that leaves a fifth free at first. */
function tableSize(entries: number): number {
  let size = 16;
  while (size * 4 < entries * 5) size *= 2;
  return size;
}

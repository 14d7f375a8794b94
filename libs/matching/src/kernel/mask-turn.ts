const NIBBLE = 4;
/** Four bits, one to a byte. */
const spread = Int32Array.from({ length: 1 << NIBBLE }, (_, bits) => Math.imul(bits, 0x204081) & 0x01010101);

/**
 * Turns words of bits over 32 slots, one word a rule, into one mask a slot with a bit a rule: four slots at a time,
 * eight rules to a byte. Writing bit after bit would cost several times as much, since everybody fails some rules.
 */
export class MaskTurn {
  /** The bits of 32 slots, one word for each rule, in the order of the rules. */
  readonly words: Int32Array;
  private readonly shifts: Int32Array;
  /** Where the rules of each byte of a mask begin. */
  private readonly begins: Int32Array;

  /** @param rules numbers of the masks' bits, rising */
  constructor(rules: readonly number[]) {
    this.words = new Int32Array(rules.length);
    this.shifts = Int32Array.from(rules, (rule) => rule & 7);
    this.begins = Int32Array.from({ length: 5 }, (_, byte) => rules.filter((rule) => rule < 8 * byte).length);
  }

  /** Writes the masks of 32 slots from `first` on; those there are 0. */
  write(masks: Int32Array, first: number): void {
    const { words, shifts, begins } = this;
    for (let byte = 0; byte < 4; byte += 1) {
      const begin = begins[byte]!;
      const end = begins[byte + 1]!;
      if (begin === end) continue;
      const up = 8 * byte;
      for (let nibble = 0; nibble < 32; nibble += NIBBLE) {
        let four = 0;
        for (let at = begin; at < end; at += 1) {
          four |= spread[(words[at]! >>> nibble) & 15]! << shifts[at]!;
        }
        const slot = first + nibble;
        masks[slot] = masks[slot]! | ((four & 255) << up);
        masks[slot + 1] = masks[slot + 1]! | (((four >>> 8) & 255) << up);
        masks[slot + 2] = masks[slot + 2]! | (((four >>> 16) & 255) << up);
        masks[slot + 3] = masks[slot + 3]! | ((four >>> 24) << up);
      }
    }
  }
}

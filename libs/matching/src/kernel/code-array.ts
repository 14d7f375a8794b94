type Codes = Uint8Array | Uint16Array | Uint32Array;

/** One number a slot, in as many bytes as the largest number needs: one at first. */
export class CodeArray {
  codes: Codes;

  constructor(slots: number) {
    this.codes = new Uint8Array(slots);
  }

  set(slot: number, code: number): void {
    if (code > 255) this.codes = widened(this.codes, code);
    this.codes[slot] = code;
  }

  widen(slots: number): void {
    if (slots <= this.codes.length) return;
    const wider = new (this.codes.constructor as new (length: number) => Codes)(slots);
    wider.set(this.codes);
    this.codes = wider;
  }
}

function widened(codes: Codes, code: number): Codes {
  if (code > 65_535) return codes instanceof Uint32Array ? codes : Uint32Array.from(codes);
  return codes instanceof Uint8Array ? Uint16Array.from(codes) : codes;
}

const STEP = 64;

/** Arrays one after the other, each from a multiple of 64 bytes on: what witness.c walks through in the same order. */
export class Sections {
  private readonly all: Buffer[] = [];

  add(values: Int32Array | Float64Array | BigUint64Array | Int16Array | Uint16Array): void {
    const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
    this.all.push(bytes, Buffer.alloc((STEP - (bytes.length % STEP)) % STEP));
  }

  whole(values: Iterable<number>): void {
    this.add(Int32Array.from(values));
  }

  broken(values: Iterable<number>): void {
    this.add(Float64Array.from(values));
  }

  /** Lists of pairs, and where the list of each one begins. */
  intervals(lists: readonly (readonly { from: number; to: number }[])[]): void {
    this.whole(starts(lists));
    this.add(Int16Array.from(lists.flatMap((list) => list.flatMap(({ from, to }) => [from, to]))));
  }

  joined(): Buffer {
    return Buffer.concat(this.all);
  }
}

/** Where each list begins when they stand one after the other; one more for where the last one ends. */
export function starts(lists: readonly (readonly unknown[])[]): number[] {
  const at = [0];
  for (const list of lists) at.push(at.at(-1)! + list.length);
  return at;
}

import { bitCount, WORD } from './bit-rows.js';

/** One bit for each of some people, 32 to a word; spare bits of the last word are never set. */
export type Bits = Uint32Array;

/**
 * Those whose value is at most so much, without a branch: the sign of a difference is the bit.
 *
 * @param values by code
 */
export function bitsAtMost(codes: Uint32Array, values: Int16Array, most: number): Bits {
  const bits = new Uint32Array((codes.length + WORD - 1) >>> 5);
  for (let word = 0, at = 0; at < codes.length; word += 1) {
    const end = Math.min(at + WORD, codes.length);
    let some = 0;
    for (let bit = 0; at < end; bit += 1, at += 1) some |= ((values[codes[at]!]! - most - 1) >>> 31) << bit;
    bits[word] = some;
  }
  return bits;
}

/** Leaves in the first only those who are in the second too. */
export function keep(bits: Bits, only: Bits): Bits {
  for (let word = 0; word < bits.length; word += 1) bits[word] = bits[word]! & only[word]!;
  return bits;
}

export function countOf(bits: Bits): number {
  let count = 0;
  for (let word = 0; word < bits.length; word += 1) count += bitCount(bits[word]!);
  return count;
}

/** How many are in all of them. */
export function countOfAll(one: Bits, other: Bits, third: Bits): number {
  let count = 0;
  for (let word = 0; word < one.length; word += 1) {
    count += bitCount(one[word]! & other[word]! & third[word]!);
  }
  return count;
}

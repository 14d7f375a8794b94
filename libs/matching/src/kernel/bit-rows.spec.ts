import { describe, expect, it } from '@jest/globals';
import { Draw } from '../../../../test/builders/draw.js';
import { bitCount, BitRows } from './bit-rows.js';

describe('rows of bits', () => {
  it('hold what was set through growth, rows given back and slots cleared', () => {
    const random = new Draw(1);
    const rows = new BitRows(1, 1);
    const plain = new Map<number, Set<number>>();
    let slots = 64;
    const expectSame = (): void => {
      for (const [row, own] of plain) {
        expect(rows.counts[row]).toBe(own.size);
        for (let slot = 0; slot < slots; slot += 1)
          if (rows.has(row, slot) !== own.has(slot)) throw new Error(`row ${row} slot ${slot}`);
        const words = rows.words.subarray(row * rows.stride, (row + 1) * rows.stride);
        expect(words.reduce((sum, word) => sum + bitCount(word), 0)).toBe(own.size);
      }
    };
    for (let n = 0; n < 20_000; n += 1) {
      if (plain.size < 3 || random.chance(0.01)) {
        const row = rows.take();
        expect(plain.has(row)).toBe(false);
        expect(rows.counts[row]).toBe(0);
        plain.set(row, new Set());
      }
      const row = random.one([...plain.keys()]);
      const slot = random.whole(0, slots - 1);
      const on = random.chance(0.6);
      rows.set(row, slot, on);
      if (on) plain.get(row)!.add(slot);
      else plain.get(row)!.delete(slot);
      if (random.chance(0.002)) {
        rows.giveBack(row);
        plain.delete(row);
      }
      if (random.chance(0.01)) {
        rows.clear(slot);
        for (const own of plain.values()) own.delete(slot);
      }
      if (n % 2000 === 0) {
        slots += 64;
        rows.widen(slots);
        expectSame();
      }
    }
    expectSame();
    expect(rows.stride % 2).toBe(0);
  });

  it('count the bits of a word', () => {
    const random = new Draw(2);
    for (const word of [
      0,
      1,
      0x8000_0000,
      0xffff_ffff,
      -1,
      ...Array.from({ length: 500 }, () => random.whole(0, 0x7fff_fffe)),
    ])
      expect(bitCount(word)).toBe([...(word >>> 0).toString(2)].filter((bit) => bit === '1').length);
  });
});

import { describe, expect, it } from '@jest/globals';
import { Draw } from '../../../../test/builders/draw.js';
import { CodeArray } from './code-array.js';
import { ShortLists } from './short-lists.js';

describe('short lists', () => {
  it('hold what was last set for each slot and kind', () => {
    const random = new Draw(1);
    const lists = new ShortLists(4, 3);
    const plain: number[][][] = [];
    let slots = 4;
    for (let n = 0; n < 1000; n += 1) {
      if (n % 20 === 0) lists.widen((slots += 3));
      const slot = random.whole(0, slots - 1);
      const own = [0, 1, 2].map(() =>
        Array.from({ length: random.one([0, 0, 0, 1, 3]) }, () =>
          random.whole(0, random.one([9, 2_000_000_000])),
        ),
      );
      lists.set(slot, own);
      plain[slot] = own;
      const asked = random.whole(0, slots - 1);
      const expected = plain[asked] ?? [[], [], []];
      const isTrue = [
        [0, 1, 2].some((kind) => lists.endOf(asked, kind) > lists.beginOf(asked, kind)) ===
          expected.flat().length > 0,
      ];
      expected.forEach((numbers, kind) => {
        const first = lists.beginOf(asked, kind);
        isTrue.push(lists.endOf(asked, kind) - first === numbers.length);
        numbers.forEach((own, at) => isTrue.push(lists.numbers[first + at] === own));
        for (let number = 0; number < 10; number += 1)
          isTrue.push(lists.includes(asked, kind, number) === numbers.includes(number));
      });
      expect(isTrue).not.toContain(false);
    }
  });
});

describe('an array of numbers', () => {
  it('grows in length and in width without losing one', () => {
    const array = new CodeArray(2);
    const plain: number[] = [0, 0];
    for (const code of [1, 255, 256, 3, 65_535, 7, 65_536, 2, 4_000_000_000]) {
      plain[plain.length - 1] = code;
      array.set(plain.length - 1, code);
      expect([...array.codes]).toEqual(plain);
      plain.push(0);
      array.widen(plain.length);
    }
    expect([...array.codes]).toEqual(plain);
    array.widen(1);
    expect(array.codes.length).toBe(plain.length);
  });
});

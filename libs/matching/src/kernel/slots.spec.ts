import { describe, expect, it } from '@jest/globals';
import { Draw } from '../../../../test/builders/draw.js';
import { Slots } from './slots.js';

/** The table's hash, so that ids can be found that meet in one place. */
const meeting = (count: number): string[] => {
  // The first word alone is hashed to the end when the others are nought: a table of sixteen has few places.
  const id = (n: number): string => `${n.toString(16).padStart(8, '0')}-0000-0000-0000-000000000000`;
  return Array.from({ length: count }, (_, n) => id(n));
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const oddIds = (n: number): string[] => [
  `citizen-${n}`,
  `0193C000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  `0193c000-0000-7000-8000-${String(n).padStart(12, '0')}0`,
  `0193c00g-0000-7000-8000-${String(n).padStart(12, '0')}`,
  `0193c000+0000-7000-8000-${String(n).padStart(12, '0')}`,
  `0193c000-0000-7000-8000-${String(n).padStart(11, '0')}é`,
];

describe('slots', () => {
  it('find every id again, whatever its form, and nobody else', () => {
    const random = new Draw(1);
    const slots = new Slots(0);
    const ids = [
      ...meeting(3000),
      ...Array.from({ length: 3000 }, () => random.uuid()),
      ...Array.from({ length: 200 }, (_, n) => oddIds(n)).flat(),
      '',
      'ffffffff-ffff-ffff-ffff-ffffffffffff',
    ];
    const slotOf = new Map(ids.map((id) => [id, slots.add(id)]));
    expect(new Set(slotOf.values()).size).toBe(ids.length);
    expect([slots.size, slots.end]).toEqual([ids.length, ids.length]);
    for (const [id, slot] of slotOf) expect([slots.find(id), slots.idOf(slot)]).toEqual([slot, id]);
    for (let n = 0; n < 1000; n += 1) expect(slots.find(random.uuid())).toBe(-1);
    for (const id of oddIds(999_999)) expect(slots.find(id)).toBe(-1);
  });

  it('are in the order of the ids as texts', () => {
    const random = new Draw(2);
    const slots = new Slots(10);
    const ids = [
      ...Array.from({ length: 300 }, () => random.uuid()),
      ...meeting(20),
      ...Array.from({ length: 20 }, (_, n) => oddIds(n)).flat(),
      'ffffffff-ffff-ffff-ffff-ffffffffffff',
      '7fffffff-ffff-ffff-ffff-ffffffffffff',
      '80000000-0000-0000-0000-000000000000',
    ];
    const withOdd = ids.map((id) => slots.add(id));
    const sorted = withOdd.sort((a, b) => slots.compare(a, b)).map((slot) => slots.idOf(slot));
    expect(sorted).toEqual([...ids].sort(byText));
    const onlyUuids = new Slots(0);
    const uuids = ids.filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id));
    const numbered = uuids.map((id) => onlyUuids.add(id)).sort((a, b) => onlyUuids.compare(a, b));
    expect(numbered.map((slot) => onlyUuids.idOf(slot))).toEqual([...uuids].sort(byText));
    expect(onlyUuids.compare(3, 3)).toBe(0);
  });

  it('are used again, and follow a plain map through tens of thousands of comings and goings', () => {
    const random = new Draw(3);
    const slots = new Slots(0);
    const plain = new Map<string, number>();
    const pool = [
      ...meeting(400),
      ...Array.from({ length: 400 }, () => random.uuid()),
      ...Array.from({ length: 20 }, (_, n) => oddIds(n)).flat(),
    ];
    for (let n = 0; n < 60_000; n += 1) {
      // First more come than go, later more go than come.
      const id = random.one(pool);
      const slot = plain.get(id);
      if (slot === undefined && random.chance(n < 30_000 ? 0.9 : 0.3)) plain.set(id, slots.add(id));
      else if (slot !== undefined && random.chance(n < 30_000 ? 0.3 : 0.9)) {
        slots.remove(slot);
        plain.delete(id);
      }
      const asked = random.one(pool);
      if (slots.find(asked) !== (plain.get(asked) ?? -1)) throw new Error(`${asked} after ${n}`);
      if (slots.size !== plain.size) throw new Error(`${slots.size} instead of ${plain.size} after ${n}`);
    }
    expect(slots.end).toBeLessThanOrEqual(pool.length);
    expect(new Set(plain.values()).size).toBe(plain.size);
    for (const [id, slot] of plain) expect([slots.find(id), slots.idOf(slot)]).toEqual([slot, id]);
  });
});

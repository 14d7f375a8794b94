import type { Position } from '#domain';
import { describe, expect, it } from '@jest/globals';
import { Draw } from '../../../../test/builders/draw.js';
import { Places } from './places.js';

describe('places', () => {
  it('lose nothing of a place, however fine it is given', () => {
    const random = new Draw(1);
    for (const digits of [5, 7, 8, 15]) {
      const places = new Places(10);
      const given: Position[] = [];
      for (let slot = 0; slot < 500; slot += 1) {
        const fine = (value: number): number => Number(value.toFixed(slot < 200 ? 5 : digits));
        const place = random.one([
          { lat: fine(random.unit() * 180 - 90), lon: fine(random.unit() * 360 - 180) },
          { lat: 90, lon: -180 },
          { lat: -90, lon: 180 },
          { lat: 0, lon: 0 },
        ]);
        if (slot >= 10 && slot % 10 === 0) places.widen(slot + 10);
        places.set(slot, place);
        given.push(place);
      }
      // Somebody who moves.
      given[3] = { lat: 55.123456789, lon: 9.1 };
      places.set(3, given[3]);
      given.forEach(({ lat, lon }, slot) => expect([places.lat(slot), places.lon(slot)]).toEqual([lat, lon]));
    }
  });

  it('take half the room while no place is finer than a centimetre', () => {
    const places = new Places(1000);
    places.set(0, { lat: 55.7113001, lon: 9.5365002 });
    const before = places.bytes;
    places.set(1, { lat: 55.71130011, lon: 9.5 });
    expect(places.bytes).toBe(2 * before);
  });
});

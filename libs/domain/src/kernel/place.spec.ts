import { describe, expect, it } from '@jest/globals';
import { metresBetween, oneLine } from './place.js';

const vejle = { lat: 55.7093, lon: 9.5357 };
const copenhagen = { lat: 55.6761, lon: 12.5683 };

describe('metres as the crow flies', () => {
  it('are nothing from a place to itself', () => {
    expect(metresBetween(vejle, vejle)).toBe(0);
  });

  it('are the same in both directions', () => {
    expect(metresBetween(vejle, copenhagen)).toBe(metresBetween(copenhagen, vejle));
  });

  it('are known ones, within a thousandth', () => {
    // One degree of latitude on a sphere of 6,371 km; one of longitude at 60° is half of it.
    expect(metresBetween({ lat: 55, lon: 9 }, { lat: 56, lon: 9 })).toBe(111_195);
    expect(Math.abs(metresBetween({ lat: 60, lon: 9 }, { lat: 60, lon: 10 }) - 55_597)).toBeLessThan(60);
    expect(Math.abs(metresBetween(vejle, copenhagen) - 190_000)).toBeLessThan(1_000);
  });

  it('are whole, also for a few steps', () => {
    const nextDoor = metresBetween(vejle, { lat: 55.70931, lon: 9.53571 });
    expect(Number.isInteger(nextDoor)).toBe(true);
    expect(nextDoor).toBe(1);
  });

  it('are a number on the other side of the earth, too', () => {
    expect(metresBetween({ lat: 90, lon: 0 }, { lat: -90, lon: 0 })).toBe(20_015_087);
  });
});

describe('an address', () => {
  it('fits on one line', () => {
    expect(oneLine({ street: 'Havnegade 12', postcode: '7100', town: 'Vejle' })).toBe(
      'Havnegade 12, 7100 Vejle',
    );
  });
});

import { metresBetween, type Position } from '#domain';
import { describe, expect, it } from '@jest/globals';
import { Draw } from '../../../../test/builders/draw.js';
import { AT_LEAST, AT_MOST, DistanceFrom, haversineOf } from './distance.js';
import { isLong } from '../../../../test/builders/how-long.js';

const DEGREE = Math.PI / 180;
const EARTH_RADIUS_METRES = 6_371_000;

/** From about a metre to round the earth. */
function drawnPlace({ lat, lon }: Position, random: Draw): Position {
  const spread = 10 ** (random.unit() * 7.5 - 5.2);
  const clip = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
  return {
    lat: clip(lat + random.around() * spread, 90),
    lon: clip(lon + random.around() * spread, 180),
  };
}

const drawnCentre = (random: Draw): Position =>
  random.chance(0.7)
    ? { lat: 54.5 + random.unit() * 3.3, lon: 8 + random.unit() * 7.2 }
    : { lat: random.unit() * 180 - 90, lon: random.unit() * 360 - 180 };

/** The haversine as it is written in the books, unrounded. */
function haversine(a: Position, b: Position): number {
  return (
    Math.sin(((b.lat - a.lat) * DEGREE) / 2) ** 2 +
    Math.cos(a.lat * DEGREE) * Math.cos(b.lat * DEGREE) * Math.sin(((b.lon - a.lon) * DEGREE) / 2) ** 2
  );
}
const unrounded = (a: Position, b: Position): number =>
  2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(haversine(a, b))));

describe('the distance from one place to many', () => {
  it('is the domain’s to the metre for millions of pairs, all over the earth', () => {
    const random = new Draw(1);
    const from = new DistanceFrom();
    let far = 0;
    for (let n = 0; n < (isLong ? 60_000 : 1000); n += 1) {
      const centre = drawnCentre(random);
      from.from(centre);
      for (let each = 0; each < 50; each += 1) {
        const place = drawnPlace(centre, random);
        const expected = metresBetween(place, centre);
        if (from.metresTo(place.lat, place.lon) !== expected)
          throw new Error(JSON.stringify([centre, place]));
        if (expected > 1_000_000) far += 1;
      }
    }
    expect(far).toBeGreaterThan(isLong ? 100_000 : 1000);
  }, 600_000);

  it('is rounded as the domain rounds, where a hair decides', () => {
    const random = new Draw(2);
    const from = new DistanceFrom();
    let close = 0;
    for (let n = 0; n < 6000; n += 1) {
      const centre = drawnCentre(random);
      from.from(centre);
      // Moved along the meridian until the distance is just about a whole number and a half.
      const metres =
        Math.floor(10 ** (random.unit() * 6)) + 0.5 + random.one([0, 1e-9, -1e-9, 1e-6, -1e-5, 3e-5]);
      const lat = centre.lat + (centre.lat > 0 ? -1 : 1) * (metres / EARTH_RADIUS_METRES / DEGREE);
      const place = { lat, lon: centre.lon };
      const beyond = Math.abs((unrounded(place, centre) % 1) - 0.5);
      if (beyond < 2e-4) close += 1;
      if (from.metresTo(place.lat, place.lon) !== metresBetween(place, centre))
        throw new Error(JSON.stringify([centre, place]));
    }
    expect(close).toBeGreaterThan(4000);
  });

  it('has a haversine good to a thousandth of a millimetre, or none at all', () => {
    const random = new Draw(3);
    const from = new DistanceFrom();
    let near = 0;
    for (let n = 0; n < 10_000; n += 1) {
      const centre = drawnCentre(random);
      from.from(centre);
      const place = drawnPlace(centre, random);
      const half = from.haversineTo(place.lat, place.lon);
      if (Number.isNaN(half)) {
        const apart = Math.max(Math.abs(place.lat - centre.lat), Math.abs(place.lon - centre.lon));
        expect(apart).toBeGreaterThan(11);
        continue;
      }
      near += 1;
      const off = Math.abs(2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(half)) - unrounded(place, centre));
      if (!(off < 1e-6)) throw new Error(`${off}: ${JSON.stringify([centre, place])}`);
    }
    expect(near).toBeGreaterThan(5000);
    expect(haversineOf(-1)).toBe(-1);
    expect(haversineOf(0)).toBe(0);
    expect(haversineOf(111_195)).toBeCloseTo(haversine({ lat: 55, lon: 9 }, { lat: 56, lon: 9 }), 9);
  });

  it('has a rough haversine that its two factors put on the right side', () => {
    const random = new Draw(4);
    const from = new DistanceFrom();
    let said = 0;
    for (let n = 0; n < 20_000; n += 1) {
      const centre = drawnCentre(random);
      from.from(centre);
      const place = drawnPlace(centre, random);
      const rough = from.roughTo(place.lat, place.lon);
      const apart = Math.max(Math.abs(place.lat - centre.lat), Math.abs(place.lon - centre.lon));
      if (Number.isNaN(rough)) {
        expect(apart).toBeGreaterThan(2.8);
        continue;
      }
      // Below a few metres the digits of the degrees themselves decide.
      if (apart < 1e-4) continue;
      said += 1;
      const half = haversine(centre, place);
      if (!(rough * AT_LEAST <= half && rough * AT_MOST >= half))
        throw new Error(`${rough} ${half}: ${JSON.stringify([centre, place])}`);
    }
    expect(said).toBeGreaterThan(8000);
  });
});

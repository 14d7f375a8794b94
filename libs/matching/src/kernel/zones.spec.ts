import { metresBetween, type Position } from '#domain';
import { describe, expect, it } from '@jest/globals';
import { Draw } from '../../../../test/builders/draw.js';
import { ZONE, Zones } from './zones.js';
import { isLong } from '../../../../test/builders/how-long.js';

interface Person {
  place: Position;
  radius: number;
}

/** Towns of 64 people each, at one of the edges of the map or in Denmark. */
function drawnPeople(random: Draw, zones: number): Person[] {
  const people: Person[] = [];
  for (let zone = 0; zone < zones; zone += 1) {
    const centre = random.one<Position>([
      { lat: 55.5, lon: 9.5 },
      { lat: 55.5 + random.around() * 0.3, lon: 9.5 + random.around() * 0.5 },
      { lat: 55.5 + random.around() * 0.3, lon: 9.5 + random.around() * 0.5 },
      { lat: 0, lon: 179.9 },
      { lat: 89.9, lon: 0 },
      { lat: -60, lon: -179.9 },
    ]);
    const spread = random.one([0, 0.002, 0.02, 0.3]);
    for (let n = 0; n < ZONE; n += 1) {
      const lat = Math.max(-90, Math.min(90, centre.lat + random.around() * spread));
      const round = centre.lon + random.around() * spread;
      const lon = round > 180 ? round - 360 : round < -180 ? round + 360 : round;
      const radius = random.one([-1, 0, 500, 3000, 20_000]);
      // Some zones lie on both sides of the 180th meridian, with nobody at its eastern side.
      const isWide = zone % 5 === 4;
      people.push({ place: isWide ? { lat: 0, lon: random.one([-179.99, 170, 60]) } : { lat, lon }, radius });
    }
  }
  return people;
}

describe('zones', () => {
  const isReached = ({ radius }: Person, metres: number, own: number): boolean =>
    metres <= (radius > own ? radius : own);
  const places = (random: Draw, people: readonly Person[]): Position[] =>
    Array.from({ length: 20 }, () => {
      const { place } = random.one(people);
      const lat = Math.max(-90, Math.min(90, place.lat + random.around() * 0.05));
      return { lat, lon: Math.max(-180, Math.min(180, place.lon + random.around() * 0.1)) };
    });

  it('never leave out somebody who is within reach, and leave out most who are not', () => {
    const random = new Draw(1);
    let [found, all] = [0, 0];
    for (let round = 0; round < (isLong ? 60 : 8); round += 1) {
      const people = drawnPeople(random, 20);
      // Made small and widened, as an index that grows does.
      const zones = new Zones(round % 2 === 0 ? people.length : 1);
      people.forEach(({ place, radius }, slot) => {
        zones.widen(slot + 1);
        zones.include(slot, place.lat, place.lon, radius);
      });
      for (const from of [...places(random, people), { lat: 90, lon: 0 }, { lat: 0, lon: 180 }]) {
        const metres = people.map(({ place }) => metresBetween(place, from));
        for (const own of [-1, 0, 1000]) {
          const count = zones.near(from, own, people.length);
          const near = new Set(zones.found.subarray(0, count));
          people.forEach((person, slot) => {
            if (isReached(person, metres[slot]!, own) && !near.has(Math.floor(slot / ZONE)))
              throw new Error(JSON.stringify([person, from, own]));
          });
          found += count;
          all += 20;
        }
      }
    }
    expect(found).toBeLessThan(all * 0.8);
  });

  it('say that all or none of a zone get to a place only when it is so', () => {
    const random = new Draw(2);
    const said = new Map<number, number>();
    for (let round = 0; round < (isLong ? 60 : 15); round += 1) {
      const people = drawnPeople(random, 12).map((person) => ({
        ...person,
        radius: Math.max(person.radius, round * 300),
      }));
      const zones = new Zones(people.length);
      people.forEach(({ place, radius }, slot) => zones.include(slot, place.lat, place.lon, radius));
      for (const from of places(random, people)) {
        const cosine = Math.cos((from.lat * Math.PI) / 180);
        for (let zone = 0; zone < 12; zone += 1) {
          const answer = zones.reaches(zone, from, cosine);
          said.set(answer, (said.get(answer) ?? 0) + 1);
          if (answer === 0) continue;
          const own = people.slice(zone * ZONE, (zone + 1) * ZONE);
          for (const person of own)
            if (isReached(person, metresBetween(person.place, from), -1) !== (answer === 1))
              throw new Error(JSON.stringify([answer, person, from]));
        }
      }
    }
    for (const answer of [-1, 0, 1]) expect(said.get(answer)).toBeGreaterThan(40);
  });

  it('end where the reach of the outermost ends', () => {
    const random = new Draw(3);
    let [inside, outside] = [0, 0];
    for (let n = 0; n < 6000; n += 1) {
      const place = { lat: random.one([0, 55.7, -70]) + random.around(), lon: 9.5 + random.around() };
      const radius = random.whole(2, random.one([50, 4000, 60_000]));
      const zones = new Zones(ZONE);
      zones.include(7, place.lat, place.lon, radius);
      const turn = random.unit() * 6.3;
      const degrees = (radius / 111_195) * random.one([1, 0.9999, 0.998, 1.0001, 1.03, 1.2]);
      const lat = place.lat + Math.sin(turn) * degrees;
      const lon = place.lon + (Math.cos(turn) * degrees) / Math.cos((place.lat * Math.PI) / 180);
      const metres = metresBetween(place, { lat, lon });
      const isNear = zones.near({ lat, lon }, -1, ZONE) === 1;
      const answer = zones.reaches(0, { lat, lon }, Math.cos((lat * Math.PI) / 180));
      if (metres <= radius && (!isNear || answer < 0)) throw new Error(`${metres} of ${radius} left out`);
      if (metres > radius && answer > 0) throw new Error(`${metres} of ${radius} surely in`);
      inside += metres <= radius ? 1 : 0;
      // A hundredth and two metres beyond, nobody is asked any more.
      if (metres > radius * 1.01 + 2) {
        expect([isNear, answer]).toEqual([false, -1]);
        outside += 1;
      }
    }
    expect(Math.min(inside, outside)).toBeGreaterThan(1000);
  });

  it('reach nobody where nobody is', () => {
    const zones = new Zones(640);
    expect(zones.near({ lat: 55, lon: 9 }, -1, 640)).toBe(0);
    expect(zones.reaches(3, { lat: 55, lon: 9 }, 0.5)).toBe(-1);
  });
});

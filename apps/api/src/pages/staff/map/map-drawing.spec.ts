import { describe, expect, it } from '@jest/globals';
import { metresBetween } from '#domain';
import { labelsAt, PIN_RADIUS, pinsAt, projectionOf, scaleOf } from './map-drawing.js';

const vejle = { lat: 55.709, lon: 9.536 };
const jelling = { lat: 55.756, lon: 9.423 };
const boerkop = { lat: 55.642, lon: 9.65 };

describe('the plane', () => {
  const plane = projectionOf([vejle, jelling, boerkop]);

  it('has north above and west to the left, and everything within its edge', () => {
    const [v, j, b] = [vejle, jelling, boerkop].map((place) => plane.at(place));
    expect(j!.y).toBeLessThan(v!.y);
    expect(j!.x).toBeLessThan(v!.x);
    for (const { x, y } of [v!, j!, b!]) {
      expect(x).toBeGreaterThan(20);
      expect(x).toBeLessThan(plane.width - 20);
      expect(y).toBeGreaterThan(20);
      expect(y).toBeLessThan(plane.height - 20);
    }
  });

  it('shows distances as long as they are, in every direction', () => {
    for (const [a, b] of [
      [vejle, jelling],
      [jelling, boerkop],
    ] as const) {
      const [from, to] = [plane.at(a), plane.at(b)];
      const km = Math.hypot(from.x - to.x, from.y - to.y) / plane.pixelsPerKm;
      expect(Math.abs(km - metresBetween(a, b) / 1000)).toBeLessThan(0.05);
    }
  });

  it('shows some kilometres around a single place, in the middle', () => {
    const alone = projectionOf([vejle]);
    expect(alone.at(vejle)).toEqual({ x: alone.width / 2, y: alone.height / 2 });
    expect(alone.width / alone.pixelsPerKm).toBeGreaterThan(4);
  });

  it('has a scale that is right', () => {
    const { km, pixels } = scaleOf(plane);
    expect(pixels).toBeCloseTo(km * plane.pixelsPerKm, 0);
    expect(pixels).toBeGreaterThan(30);
    expect(pixels).toBeLessThanOrEqual(plane.width / 4);
  });
});

describe('the pins', () => {
  const plane = projectionOf([vejle, boerkop]);

  it('stand where they belong while there is room, and never on each other', () => {
    const same = Array.from({ length: 40 }, () => plane.at(vejle));
    const pins = pinsAt([...same, plane.at(boerkop)], plane);
    expect(pins[0]).toEqual({ ...plane.at(vejle), from: null });
    expect(pins[1]!.from).toEqual(plane.at(vejle));
    for (const [at, pin] of pins.entries())
      for (const other of pins.slice(at + 1))
        expect(Math.hypot(pin.x - other.x, pin.y - other.y)).toBeGreaterThanOrEqual(2 * PIN_RADIUS);
  });
});

describe('names', () => {
  const plane = projectionOf([vejle, boerkop]);
  const wish = (text: string, ...places: [number, number][]) => ({
    text,
    places: places.map(([x, y]) => ({ x, y })),
  });

  it('do not stand on each other, and the first one stays where it wishes', () => {
    const names = [
      wish('Vejle', [100, 100]),
      wish('Vinding', [110, 105]),
      wish('Jelling', [105, 102], [100, 140]),
    ];
    expect(labelsAt(names, [], plane)).toEqual([
      { text: 'Vejle', x: 100, y: 100 },
      { text: 'Jelling', x: 100, y: 140 },
    ]);
  });

  it('do not stand under a pin, nor over the edge', () => {
    const names = [wish('Vejle', [100, 100], [140, 100]), wish('Kolding', [plane.width - 10, 50])];
    expect(labelsAt(names, [{ x: 110, y: 95 }], plane)).toEqual([{ text: 'Vejle', x: 140, y: 100 }]);
  });
});

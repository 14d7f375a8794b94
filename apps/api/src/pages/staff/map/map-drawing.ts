import type { Position } from '#domain';

/** A picture of a part of the country on a plane: kilometres east and south of its corner, in pixels. */
export interface Projection {
  width: number;
  height: number;
  pixelsPerKm: number;
  /** The part that is seen, in degrees. */
  box: { south: number; north: number; west: number; east: number };
  at(position: Position): Point;
}

export interface Point {
  x: number;
  y: number;
}

/** Where the pin stands, and what it belongs to when it had to move. */
export interface Pin extends Point {
  from: Point | null;
}

const WIDTH = 600;
const MARGIN = 44;
/** So much is seen even of a single place, in kilometres. */
const LEAST_KM = 4;
const KM_PER_DEGREE = 111.32;
/** Pins of this radius do not touch. */
export const PIN_RADIUS = 13;

/**
 * Shows all positions, none of them at the edge. East and west are drawn as long as they are in the middle of the picture:
 * within a municipality that is right to the pixel.
 */
export function projectionOf(positions: readonly Position[]): Projection {
  const lats = positions.map(({ lat }) => lat);
  const lons = positions.map(({ lon }) => lon);
  const middle = {
    lat: (Math.min(...lats) + Math.max(...lats)) / 2,
    lon: (Math.min(...lons) + Math.max(...lons)) / 2,
  };
  const kmPerLon = KM_PER_DEGREE * Math.cos((middle.lat * Math.PI) / 180);
  const kmWide = Math.max(LEAST_KM, (Math.max(...lons) - Math.min(...lons)) * kmPerLon);
  const kmHigh = Math.max(LEAST_KM * 0.75, (Math.max(...lats) - Math.min(...lats)) * KM_PER_DEGREE);
  const pixelsPerKm = Math.min((WIDTH - 2 * MARGIN) / kmWide, (1.2 * WIDTH - 2 * MARGIN) / kmHigh);
  const height = Math.round(kmHigh * pixelsPerKm + 2 * MARGIN);
  const lonsSeen = WIDTH / pixelsPerKm / kmPerLon / 2;
  const latsSeen = height / pixelsPerKm / KM_PER_DEGREE / 2;
  return {
    width: WIDTH,
    height,
    pixelsPerKm,
    box: {
      south: middle.lat - latsSeen,
      north: middle.lat + latsSeen,
      west: middle.lon - lonsSeen,
      east: middle.lon + lonsSeen,
    },
    at: ({ lat, lon }) => ({
      x: round(WIDTH / 2 + (lon - middle.lon) * kmPerLon * pixelsPerKm),
      y: round(height / 2 - (lat - middle.lat) * KM_PER_DEGREE * pixelsPerKm),
    }),
  };
}

/** The pins in their order, each where it belongs, or as near to it as there is room. */
export function pinsAt(points: readonly Point[], { width, height }: Projection): Pin[] {
  const pins: Pin[] = [];
  const isFree = ({ x, y }: Point): boolean =>
    x >= PIN_RADIUS &&
    y >= PIN_RADIUS &&
    x <= width - PIN_RADIUS &&
    y <= height - PIN_RADIUS &&
    pins.every((pin) => Math.hypot(pin.x - x, pin.y - y) >= 2 * PIN_RADIUS + 1);
  for (const point of points) {
    const place = around(point).find(isFree) ?? point;
    pins.push({ ...place, from: place === point ? null : point });
  }
  return pins;
}

/** A place itself, then ever farther around it: a sunflower, so that no direction is preferred. */
function around(point: Point): Point[] {
  const places = [point];
  for (let step = 1; step < 900; step++) {
    const far = 7 * Math.sqrt(step);
    const angle = step * 2.399963;
    places.push({ x: round(point.x + far * Math.cos(angle)), y: round(point.y + far * Math.sin(angle)) });
  }
  return places;
}

/** A round number of kilometres that is about a fifth of the picture. */
export function scaleOf({ width, pixelsPerKm }: Projection): { km: number; pixels: number } {
  const km = [0.5, 1, 2, 5, 10, 20, 50].findLast((one) => one * pixelsPerKm <= width / 4) ?? 0.5;
  return { km, pixels: round(km * pixelsPerKm) };
}

export interface Label extends Point {
  text: string;
}

/** A name and where it could stand, the best place first: the left end of its line. */
export interface Wish {
  text: string;
  places: readonly Point[];
}

const LETTER = 7.5;
const LINE = 18;

/** Names that stand neither on a pin nor on each other; the first ones first, and what finds no room is left out. */
export function labelsAt(
  wishes: readonly Wish[],
  pins: readonly Point[],
  { width, height }: Projection,
): Label[] {
  const kept: Label[] = [];
  for (const { text, places } of wishes) {
    const wide = LETTER * text.length;
    const isFree = ({ x, y }: Point): boolean =>
      x >= 4 &&
      x + wide <= width - 4 &&
      y >= LINE &&
      y <= height - 6 &&
      pins.every((pin) => farFrom(pin, { x, y }, wide) > PIN_RADIUS + 2) &&
      kept.every(
        (other) =>
          Math.abs(other.y - y) > LINE || x + wide < other.x || other.x + LETTER * other.text.length < x,
      );
    const place = places.find(isFree);
    if (place) kept.push({ text, x: round(place.x), y: round(place.y) });
  }
  return kept;
}

/** From a point to a line of text. */
function farFrom(point: Point, { x, y }: Point, wide: number): number {
  const nearestX = Math.min(Math.max(point.x, x), x + wide);
  const nearestY = Math.min(Math.max(point.y, y - LINE + 5), y + 3);
  return Math.hypot(point.x - nearestX, point.y - nearestY);
}

/** Beside a point, above and below it. */
export function aroundPoint({ x, y }: Point, text: string): Point[] {
  const wide = LETTER * text.length;
  return [
    { x: x + 8, y: y + 5 },
    { x: x - wide - 8, y: y + 5 },
    { x: x - wide / 2, y: y - 12 },
    { x: x - wide / 2, y: y + 22 },
    { x: x - wide / 2, y: y - 34 },
    { x: x - wide / 2, y: y + 44 },
  ];
}

/** On a ring, the top first. */
export const onRing = ({ x, y }: Point, radius: number, text: string): Point[] =>
  [-90, -60, -120, 90, 60, 120, 0, 180, -30, 30, 150, -150].map((degrees) => {
    const angle = (degrees * Math.PI) / 180;
    const wide = LETTER * text.length;
    return { x: x + radius * Math.cos(angle) - wide / 2, y: y + radius * Math.sin(angle) + 5 };
  });

const round = (pixels: number): number => Math.round(pixels * 10) / 10;

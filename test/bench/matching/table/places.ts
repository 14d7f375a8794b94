import type { Position } from '#domain';

const EARTH_RADIUS_METRES = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The point on the unit sphere: the scalar product of two is the cosine of the angle between them. */
export function onSphere({ lat, lon }: Position): [number, number, number] {
  const around = Math.cos(radians(lat));
  return [around * Math.cos(radians(lon)), around * Math.sin(radians(lon)), Math.sin(radians(lat))];
}

/**
 * The least scalar product at which the distance can still round to `metres`, a little lower than that: whoever is
 * beyond it is surely too far, whoever is not is measured exactly. Above 1 when nothing is within reach.
 */
export const leastProduct = (metres: number): number =>
  metres < 0 ? 2 : Math.cos(Math.min(Math.PI, (metres + 1) / EARTH_RADIUS_METRES)) - 1e-14;

/** Degrees around a place within which everything at `metres` lies; null when nothing does. */
export function boxAround({ lat, lon }: Position, metres: number) {
  if (metres < 0) return null;
  const angle = ((metres + 1) / EARTH_RADIUS_METRES) * 1.000_001;
  const north = (angle * 180) / Math.PI;
  const ratio = Math.sin(Math.min(angle, Math.PI / 2)) / Math.cos(radians(lat));
  const east = ratio >= 1 ? 180 : (Math.asin(ratio) * 180) / Math.PI;
  return { south: lat - north, north: lat + north, west: lon - east, east: lon + east };
}

/** Along a Z over the country: neighbours in the list are neighbours on the map. */
export function mortonCode({ lat, lon }: Position): number {
  let code = 0;
  const [x, y] = [cell((lon - 7) / 9), cell((lat - 54) / 4.5)];
  for (let bit = 15; bit >= 0; bit -= 1) code = code * 4 + ((x >> bit) & 1) * 2 + ((y >> bit) & 1);
  return code;
}

const cell = (share: number): number => Math.min(65_535, Math.max(0, Math.floor(share * 65_536)));

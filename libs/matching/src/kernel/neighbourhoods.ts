import type { Position } from '#domain';

const BITS = 16;

/** Spreads the low 16 bits so that another number's bits fit between them. */
function spread(value: number): number {
  let bits = value;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

/**
 * The same items, neighbours beside each other (Morton order), so that zones of slots are small on the map.
 * @param classOf items of one class stay together; all in one when left out
 */
export function inNeighbourhoods<T>(
  items: readonly T[],
  positionOf: (item: T) => Position,
  classOf: (item: T) => number = () => 0,
): T[] {
  let [south, north, west, east] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const item of items) {
    const { lat, lon } = positionOf(item);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
    west = Math.min(west, lon);
    east = Math.max(east, lon);
  }
  const step = (value: number, from: number, to: number): number =>
    to === from ? 0 : Math.floor(((value - from) / (to - from)) * ((1 << BITS) - 1));
  const places = items.map((item) => {
    const { lat, lon } = positionOf(item);
    return {
      item,
      of: classOf(item),
      at: (spread(step(lat, south, north)) | (spread(step(lon, west, east)) << 1)) >>> 0,
    };
  });
  return places.sort((a, b) => a.of - b.of || a.at - b.at).map(({ item }) => item);
}

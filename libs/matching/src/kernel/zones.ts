import type { Position } from '#domain';

/** Slots of one zone; two words of a bit row. */
export const ZONE = 64;
const ZONES_TOGETHER = 8;
const EARTH_RADIUS_METRES = 6_371_000;
const RADIANS = Math.PI / 180;
/** min lat, max lat, min lon, max lon, least cosine, longest and shortest radius as squared half angles. */
const FIELDS = 7;

/**
 * Boxes around the places of 64 slots, and around eight such boxes. Slots that were laid beside each other by place
 * share a small box, so most of a country is left out by asking a few hundred boxes. A box only grows while slots
 * move; a new index draws them tight again.
 */
export class Zones {
  private small: Float64Array;
  private large: Float64Array;
  /** The zones that the last `near` found. */
  found: Int32Array;

  constructor(slots: number) {
    const zones = Math.ceil(slots / ZONE);
    this.small = emptyBoxes(zones);
    this.large = emptyBoxes(Math.ceil(zones / ZONES_TOGETHER));
    this.found = new Int32Array(zones);
  }

  get bytes(): number {
    return this.small.byteLength + this.large.byteLength + this.found.byteLength;
  }

  /** Room for what `near` finds. */
  makeRoom(slots: number): void {
    this.found = new Int32Array(Math.ceil(slots / ZONE));
  }

  widen(slots: number): void {
    const zones = Math.ceil(slots / ZONE);
    if (zones * FIELDS <= this.small.length) return;
    const [small, large] = [emptyBoxes(zones), emptyBoxes(Math.ceil(zones / ZONES_TOGETHER))];
    small.set(this.small);
    large.set(this.large);
    [this.small, this.large, this.found] = [small, large, new Int32Array(zones)];
  }

  /** Takes a slot's place into its boxes. @param radius metres that the slot reaches by itself */
  include(slot: number, lat: number, lon: number, radius: number): void {
    const zone = Math.floor(slot / ZONE);
    grow(this.small, zone * FIELDS, lat, lon, radius);
    grow(this.large, Math.floor(zone / ZONES_TOGETHER) * FIELDS, lat, lon, radius);
  }

  /** Whether all slots of a zone reach a place by their own radius (1), none does (-1), or some may (0). */
  reaches(zone: number, { lat, lon }: Position, cosine: number): -1 | 0 | 1 {
    const at = zone * FIELDS;
    if (isFar(this.small, at, lat, lon, cosine, -1)) return -1;
    const box = this.small;
    const down = Math.max(Math.abs(box[at]! - lat), Math.abs(box[at + 1]! - lat));
    const across = Math.max(Math.abs(box[at + 2]! - lon), Math.abs(box[at + 3]! - lon));
    const most = ((down * RADIANS) / 2) ** 2 + cosine * ((across * RADIANS) / 2) ** 2;
    return most < box[at + 6]! ? 1 : 0;
  }

  /**
   * Fills `found` with the zones that may hold a slot within its own radius, or within `radius`, of a place, and
   * says how many they are. None is left out that does.
   */
  near({ lat, lon }: Position, radius: number, end: number): number {
    const zones = Math.ceil(end / ZONE);
    const cosine = Math.cos(lat * RADIANS);
    const least = halfAngle(radius);
    let count = 0;
    for (let first = 0; first < zones; first += ZONES_TOGETHER) {
      if (isFar(this.large, (first / ZONES_TOGETHER) * FIELDS, lat, lon, cosine, least)) continue;
      const last = Math.min(zones, first + ZONES_TOGETHER);
      for (let zone = first; zone < last; zone += 1) {
        if (!isFar(this.small, zone * FIELDS, lat, lon, cosine, least)) this.found[count++] = zone;
      }
    }
    return count;
  }
}

function emptyBoxes(boxes: number): Float64Array {
  const fields = new Float64Array(boxes * FIELDS);
  for (let at = 0; at < fields.length; at += FIELDS) {
    fields[at] = Infinity;
    fields[at + 1] = -Infinity;
    fields[at + 2] = Infinity;
    fields[at + 3] = -Infinity;
    fields[at + 4] = 1;
    fields[at + 5] = -1;
    fields[at + 6] = Infinity;
  }
  return fields;
}

/** A squared half angle that is never less than the haversine of the distance, a metre added for rounding. */
const halfAngle = (metres: number): number =>
  metres < 0 ? -1 : ((metres + 1) / (2 * EARTH_RADIUS_METRES)) ** 2;

/** A squared half angle whose haversine is never more than the distance, a metre taken off. */
function shortHalfAngle(metres: number): number {
  if (metres <= 1) return -1;
  const half = ((metres - 1) / (2 * EARTH_RADIUS_METRES)) ** 2;
  return half * (1 - half / 3);
}

function grow(boxes: Float64Array, at: number, lat: number, lon: number, radius: number): void {
  if (lat < boxes[at]!) boxes[at] = lat;
  if (lat > boxes[at + 1]!) boxes[at + 1] = lat;
  if (lon < boxes[at + 2]!) boxes[at + 2] = lon;
  if (lon > boxes[at + 3]!) boxes[at + 3] = lon;
  boxes[at + 4] = Math.min(boxes[at + 4]!, Math.cos(lat * RADIANS));
  boxes[at + 5] = Math.max(boxes[at + 5]!, halfAngle(radius));
  boxes[at + 6] = Math.min(boxes[at + 6]!, shortHalfAngle(radius));
}

/** The haversine to the nearest point of the box, from below (sin² x is at least x² - x⁴/3), against the radius. */
function isFar(
  boxes: Float64Array,
  at: number,
  lat: number,
  lon: number,
  cosine: number,
  least: number,
): boolean {
  const reach = boxes[at + 5]! > least ? boxes[at + 5]! : least;
  if (reach < 0) return true;
  const down = lat < boxes[at]! ? boxes[at]! - lat : lat > boxes[at + 1]! ? lat - boxes[at + 1]! : 0;
  const across =
    lon < boxes[at + 2]! ? boxes[at + 2]! - lon : lon > boxes[at + 3]! ? lon - boxes[at + 3]! : 0;
  // Round the back of the earth the other way may be shorter, to this edge or to the other one.
  if (across > 90 || boxes[at + 3]! - boxes[at + 2]! > 90) return false;
  const d = ((down * RADIANS) / 2) ** 2;
  const a = ((across * RADIANS) / 2) ** 2;
  return d * (1 - d / 3) + cosine * boxes[at + 4]! * a * (1 - a / 3) > reach;
}

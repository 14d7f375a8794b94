import type { Position } from '#domain';

/** Ten-millionths of a degree: about a centimetre, and what address registers give at the finest. */
const STEPS = 10_000_000;
const fits = (degrees: number): boolean => Math.round(degrees * STEPS) / STEPS === degrees;

/** Latitude and longitude of each slot: in four bytes each while that loses nothing, else in eight. */
export class Places {
  private lats: Int32Array | Float64Array;
  private lons: Int32Array | Float64Array;
  private steps = STEPS;
  private degrees = 1 / STEPS;

  constructor(slots: number) {
    this.lats = new Int32Array(slots);
    this.lons = new Int32Array(slots);
  }

  get bytes(): number {
    return this.lats.byteLength + this.lons.byteLength;
  }

  lat(slot: number): number {
    return this.lats[slot]! / this.steps;
  }

  lon(slot: number): number {
    return this.lons[slot]! / this.steps;
  }

  /** The latitude to fifteen digits, without a division. */
  roughLat(slot: number): number {
    return this.lats[slot]! * this.degrees;
  }

  roughLon(slot: number): number {
    return this.lons[slot]! * this.degrees;
  }

  set(slot: number, { lat, lon }: Position): void {
    if (this.steps !== 1 && !(fits(lat) && fits(lon))) this.keepWhole();
    this.lats[slot] = Math.round(lat * this.steps);
    this.lons[slot] = Math.round(lon * this.steps);
    if (this.steps !== 1) return;
    this.lats[slot] = lat;
    this.lons[slot] = lon;
  }

  widen(slots: number): void {
    this.lats = longer(this.lats, slots);
    this.lons = longer(this.lons, slots);
  }

  private keepWhole(): void {
    this.lats = Float64Array.from(this.lats, (steps) => steps / STEPS);
    this.lons = Float64Array.from(this.lons, (steps) => steps / STEPS);
    this.steps = 1;
    this.degrees = 1;
  }
}

function longer(from: Int32Array | Float64Array, slots: number): Int32Array | Float64Array {
  const wider = from instanceof Int32Array ? new Int32Array(slots) : new Float64Array(slots);
  wider.set(from);
  return wider;
}

import { metresBetween, type Position } from '#domain';

const EARTH_RADIUS_METRES = 6_371_000;
const RADIANS = Math.PI / 180;
/** Beyond this many radians in either direction the short series are no longer exact enough. */
const NEAR = 0.2;
const NEAR_ROOT = 0.1;
/** The series are good to a thousandth of a millimetre; closer than this to half a metre the full formula is asked. */
const DOUBT = 1e-4;

/** sin x for |x| <= 0.1, error below 1e-17. */
const shortSine = (x: number, x2: number): number =>
  x * (1 - (x2 / 6) * (1 - (x2 / 20) * (1 - (x2 / 42) * (1 - x2 / 72))));

/** The haversine of a distance in metres; below zero for no distance at all. */
export const haversineOf = (metres: number): number =>
  metres < 0 ? -1 : Math.sin(metres / (2 * EARTH_RADIUS_METRES)) ** 2;

/** Beyond this many radians in either direction nothing is said by the rough haversine: some 300 km. */
const ROUGH = 0.05;
/** A rough haversine times the one is never more than the true one, times the other never less. */
export const AT_LEAST = 0.999;
export const AT_MOST = 1.001;

/**
 * Whole metres from one fixed place to many, equal to `metresBetween` to the metre: the same haversine with short
 * series instead of sines, and the full formula where rounding could be in doubt.
 */
export class DistanceFrom {
  private lat = 0;
  private lon = 0;
  private cosine = 1;
  private sine = 0;

  from({ lat, lon }: Position): void {
    this.lat = lat;
    this.lon = lon;
    this.cosine = Math.cos(lat * RADIANS);
    this.sine = Math.sin(lat * RADIANS);
  }

  metresTo(lat: number, lon: number): number {
    const half = this.haversineTo(lat, lon);
    const root = Math.sqrt(half);
    if (!(root <= NEAR_ROOT)) return this.exact(lat, lon);
    // The arc sine of the root, as a series in the haversine.
    const series = 9 / 20 + half * (0.26785714 + half * (0.18229167 + half * 0.134));
    const metres = 2 * EARTH_RADIUS_METRES * root * (1 + (half / 6) * (1 + half * series));
    const beyond = metres + 0.5 - Math.floor(metres + 0.5);
    return beyond < DOUBT || beyond > 1 - DOUBT ? this.exact(lat, lon) : Math.floor(metres + 0.5);
  }

  /** The haversine to a place, to twelve digits; not a number when the place is too far for short series. */
  haversineTo(lat: number, lon: number): number {
    const down = (this.lat - lat) * RADIANS;
    const across = (this.lon - lon) * RADIANS;
    if (down > NEAR || down < -NEAR || across > NEAR || across < -NEAR) return NaN;
    const halfDown = down / 2;
    const halfAcross = across / 2;
    const sineDown = shortSine(halfDown, halfDown * halfDown);
    const sineAcross = shortSine(halfAcross, halfAcross * halfAcross);
    const down2 = sineDown * sineDown;
    // The other place's cosine, from this one's and the angle between them.
    const cosine = this.cosine * (1 - 2 * down2) + this.sine * 2 * sineDown * Math.sqrt(1 - down2);
    return down2 + this.cosine * cosine * sineAcross * sineAcross;
  }

  /** The haversine to three digits; not a number when the place is too far for that. */
  roughTo(lat: number, lon: number): number {
    const down = (lat - this.lat) * RADIANS;
    const across = (lon - this.lon) * RADIANS;
    if (down > ROUGH || down < -ROUGH || across > ROUGH || across < -ROUGH) return NaN;
    const cosine = this.cosine - this.sine * down - 0.5 * down * down;
    return 0.25 * (down * down + this.cosine * cosine * across * across);
  }

  private exact(lat: number, lon: number): number {
    return metresBetween({ lat, lon }, { lat: this.lat, lon: this.lon });
  }
}

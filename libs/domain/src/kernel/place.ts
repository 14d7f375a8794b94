/** WGS84 degrees. */
export interface Position {
  lat: number;
  lon: number;
}

export interface Address {
  street: string;
  postcode: string;
  town: string;
}

const EARTH_RADIUS_METRES = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres as the crow flies (haversine), rounded to whole metres so that every engine sees the same integer. */
export function metresBetween(a: Position, b: Position): number {
  const half =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return Math.round(2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(half))));
}

export const oneLine = (address: Address): string => `${address.street}, ${address.postcode} ${address.town}`;

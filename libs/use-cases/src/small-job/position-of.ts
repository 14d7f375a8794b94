import type { Address, Company, Position } from '#domain';
import { danishTowns } from './danish-towns.js';

/** Somewhere in Vejle: the middle of the country, so that a forgotten town is never far out at sea. */
const MIDDLE_OF_DENMARK: Position = { lat: 55.7, lon: 9.53 };

/**
 * Where a workplace is: its own position, the company's at the same postcode, or the middle of the town.
 * Addresses are never sent to a foreign geocoder.
 */
export function positionOf(workplace: Address & { position?: Position }, company: Company): Position {
  if (workplace.position) return workplace.position;
  if (company.position && company.address.postcode === workplace.postcode) return company.position;
  return positionOfTown(workplace) ?? company.position ?? MIDDLE_OF_DENMARK;
}

/** "Vejle Øst" and "8700 Horsens C" are looked up by their town. */
export function positionOfTown(address: Pick<Address, 'town'> & Partial<Address>): Position | undefined {
  const words = address.town.toLocaleLowerCase('da-DK').split(/\s+/);
  for (let length = words.length; length > 0; length--) {
    const hit = danishTowns[words.slice(0, length).join(' ')];
    if (hit) return { lat: hit[0], lon: hit[1] };
  }
  return undefined;
}

/** North, south, east and west of Denmark with Bornholm, in degrees. */
const DENMARK = { south: 54.5, north: 57.8, west: 8, east: 15.3 };

/** Whether a position says where something is: in Denmark, and not the middle that stands for a town nobody knows. */
export const isKnownPlace = ({ lat, lon }: Position): boolean =>
  lat >= DENMARK.south &&
  lat <= DENMARK.north &&
  lon >= DENMARK.west &&
  lon <= DENMARK.east &&
  !(lat === MIDDLE_OF_DENMARK.lat && lon === MIDDLE_OF_DENMARK.lon);

/** The towns within a part of the map, as people write them. */
export function townsWithin(box: { south: number; north: number; west: number; east: number }): {
  name: string;
  position: Position;
}[] {
  return Object.entries(danishTowns).flatMap(([name, at]) => {
    if (!at) return [];
    const [lat, lon] = at;
    const isWithin = lat >= box.south && lat <= box.north && lon >= box.west && lon <= box.east;
    return isWithin ? [{ name: withCapitals(name), position: { lat, lon } }] : [];
  });
}

const withCapitals = (name: string): string =>
  name.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toLocaleUpperCase('da-DK'));

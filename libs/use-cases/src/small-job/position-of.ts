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
export function positionOfTown(address: Address): Position | undefined {
  const words = address.town.toLocaleLowerCase('da-DK').split(/\s+/);
  for (let length = words.length; length > 0; length--) {
    const hit = danishTowns[words.slice(0, length).join(' ')];
    if (hit) return { lat: hit[0], lon: hit[1] };
  }
  return undefined;
}

import { defaultSettings, type Municipality } from '#domain';
import { rowsOfDays } from './rows-of-days.js';
import { rowsOfPeople } from './rows-of-people.js';
import { rowsOfPlacement } from './rows-of-placement.js';
import { ids } from './row-parts.js';

export { at, ids } from './row-parts.js';

let codes = 0;
export function municipality(over: Partial<Municipality> = {}): Municipality {
  const code = String(++codes).padStart(4, '0');
  return { id: ids.next(), code, name: `Prøvekøbing ${code}`, settings: defaultSettings, ...over };
}

export type Rows = ReturnType<typeof rowsOfPeople> &
  ReturnType<typeof rowsOfPlacement> &
  ReturnType<typeof rowsOfDays>;

/** Rows of one municipality that every constraint accepts; a test says only what it is about. */
export const rowsOf = (municipalityId: string): Rows => ({
  ...rowsOfPeople(municipalityId),
  ...rowsOfPlacement(municipalityId),
  ...rowsOfDays(municipalityId),
});

import type { Address, Position } from '#domain';
import type { Dice } from './dice.js';

/** Where people live: a place, how far it spreads, and how many live there compared with the others. */
export interface Area extends Omit<Address, 'street'> {
  at: readonly [lat: number, lon: number];
  radiusMetres: number;
  weight: number;
}

const area = (
  postcode: string,
  town: string,
  lat: number,
  lon: number,
  radiusMetres: number,
  weight: number,
): Area => ({ postcode, town, at: [lat, lon], radiusMetres, weight });

/** Centres are rough and spreads are small where the fjord is near: nobody lives in the water. */
export const aroundVejle: readonly Area[] = [
  area('7100', 'Vejle', 55.7105, 9.529, 900, 26), // midtbyen
  area('7100', 'Vejle', 55.7265, 9.526, 900, 20), // Nørremarken
  area('7100', 'Vejle', 55.693, 9.521, 800, 12), // Søndermarken
  area('7100', 'Vejle', 55.6945, 9.5015, 600, 8), // Løget
  area('7120', 'Vejle Øst', 55.7235, 9.593, 900, 9), // Bredballe
  area('7100', 'Vejle', 55.68, 9.568, 800, 4), // Vinding
  area('7100', 'Vejle', 55.702, 9.464, 700, 3), // Skibet
  area('7100', 'Vejle', 55.747, 9.509, 700, 2), // Grejs
  area('7300', 'Jelling', 55.756, 9.426, 800, 6),
  area('7080', 'Børkop', 55.644, 9.648, 900, 5),
  area('7182', 'Bredsten', 55.702, 9.385, 600, 3),
  area('7100', 'Vejle', 55.662, 9.392, 500, 2), // Ødsted
];

export const onSamsoe: readonly Area[] = [
  area('8305', 'Samsø', 55.833, 10.597, 700, 6), // Tranebjerg
  area('8305', 'Samsø', 55.846, 10.574, 500, 3), // Onsbjerg
  area('8305', 'Samsø', 55.817, 10.636, 400, 3), // Ballen
];

const streets = [
  'Nørregade',
  'Søndergade',
  'Skovgade',
  'Bakkevej',
  'Engvej',
  'Kirkegade',
  'Møllevej',
  'Lindevej',
  'Birkevej',
  'Rosenvej',
  'Parkvej',
  'Skolegade',
  'Vestergade',
  'Poppelvej',
  'Solbakken',
  'Ahornvej',
];

export interface Home {
  address: Address;
  position: Position;
}

const METRES_PER_DEGREE = 111_320;

/** Somewhere in one of the areas. The street is one of many towns' and says nothing about the position. */
export function someHome(dice: Dice, areas: readonly Area[]): Home {
  const { postcode, town, at, radiusMetres } = dice.weighted(areas.map((one) => [one, one.weight] as const));
  const distance = radiusMetres * Math.sqrt(dice.share());
  const direction = 2 * Math.PI * dice.share();
  const lat = at[0] + (distance * Math.cos(direction)) / METRES_PER_DEGREE;
  const lon =
    at[1] + (distance * Math.sin(direction)) / (METRES_PER_DEGREE * Math.cos((at[0] * Math.PI) / 180));
  const street = `${dice.pick(streets)} ${dice.whole(1, 98)}`;
  return { address: { street, postcode, town }, position: { lat: rounded(lat), lon: rounded(lon) } };
}

/** Five decimals are a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

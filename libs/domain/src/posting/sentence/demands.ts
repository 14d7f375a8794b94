import type { Demands } from '../../small-job/index.js';
import { spanOf, wholeWord, type Span } from './written.js';

export interface DemandRead extends Span {
  what: 'lifting' | 'standing' | 'noise' | 'peopleContact' | 'other';
  said: boolean;
  demands: Partial<Demands>;
}

/** "tunge" is not a number of kilos; the one we put is shown as ours. */
const HEAVY_KG = 15;
const MOST_KG = 50;
const kilos = wholeWord('(?:op til |højst |max |up to )?(?<kg>\\d{1,3}) ?(?:kg|kilo)');

const table: readonly (readonly [pattern: string, Omit<DemandRead, keyof Span>])[] = [
  ['tunge?|heavy', { what: 'lifting', said: false, demands: { liftKg: HEAVY_KG } }],
  ['ingen løft|uden løft|no lifting', { what: 'lifting', said: true, demands: { liftKg: 0 } }],
  ['siddende|sidde ned|sitting', { what: 'standing', said: true, demands: { standing: 0 } }],
  [
    'hele tiden på benene|stående|meget gang|standing',
    { what: 'standing', said: true, demands: { standing: 2 } },
  ],
  ['støj|larm|høreværn|noisy?|noise', { what: 'noise', said: true, demands: { noise: 2 } }],
  ['roligt|stille|quiet|calm', { what: 'noise', said: true, demands: { noise: 0 } }],
  [
    'kunder|kunderne|gæster|gæsterne|customers|guests',
    { what: 'peopleContact', said: true, demands: { peopleContact: 1 } },
  ],
  ['alene|alone', { what: 'other', said: true, demands: { other: ['alone'] } }],
  ['trapper|trapperne|stairs', { what: 'other', said: true, demands: { other: ['stairs'] } }],
  [
    'kølerum(?:met)?|fryser(?:en)?|fryserum(?:met)?|kulde|cold store',
    { what: 'other', said: true, demands: { other: ['cold'] } },
  ],
  ['udendørs|ude|outdoors|outside', { what: 'other', said: true, demands: { other: ['outdoors'] } }],
];
const compiled = table.map(([pattern, read]) => ({ pattern: wholeWord(pattern), read }));

/** What the words say of the work; never more than they say. */
export function demandsIn(text: string): DemandRead[] {
  const read = compiled.flatMap(({ pattern, read: demand }) =>
    [...text.matchAll(pattern)].slice(0, 1).map((match) => ({ ...spanOf(match), ...demand })),
  );
  const [weight] = text.matchAll(kilos);
  const kg = Number(weight?.groups?.['kg']);
  if (!weight || kg > MOST_KG) return read;
  const exact: DemandRead = { ...spanOf(weight), what: 'lifting', said: true, demands: { liftKg: kg } };
  return [...read.filter(({ what }) => what !== 'lifting'), exact];
}

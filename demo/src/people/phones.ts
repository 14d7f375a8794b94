export type TownKey = 'vejle' | 'samsoe';

const towns: Record<TownKey, number> = { vejle: 1, samsoe: 2 };
const kinds = { citizen: 0, staff: 1, company: 2 } as const;

/**
 * Denmark keeps no numbers for films and demos. These count upwards in one narrow block, `29 1k nn nn`, so
 * that they look made and still pass as numbers; nothing is ever sent to them, the demo catches it all.
 */
export const demoPhone = (town: TownKey, kind: keyof typeof kinds, number: number): string =>
  `+4529${towns[town]}${kinds[kind]}${String(number).padStart(4, '0')}`;

const letters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa', é: 'e' };

/** "Søren Bøgh" as "soeren.boegh". */
export const mailName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[æøåé]/g, (letter) => letters[letter]!)
    .replace(/[^a-z]+/g, '.');

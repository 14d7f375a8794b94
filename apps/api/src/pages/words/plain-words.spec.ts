import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { lix } from '../../../../../test/integration/notifications/lix.js';
import { textsIn, type Words } from '../../../../../test/support/texts-in.js';
import { calculatorDa } from './calculator-da.js';
import { calendarDa } from './calendar-da.js';
import { everybodyDa } from './everybody-da.js';
import { frameDa } from './frame-da.js';

const { home, help, privacy, languages } = everybodyDa;

/** What citizens read beside what is theirs alone. */
const forEverybody: [string, Words][] = [
  ['around every page', frameDa],
  ['the front page', home],
  ['help', { heading: help.intro, citizens: help.forCitizens, everyone: help.everyone }],
  ['privacy', privacy],
  ['languages', languages],
  ['the calculator', calculatorDa],
  ['the calendar', calendarDa],
];

/** Found by their names, so that a dictionary of a new page is not left out. */
const ofCitizens = await Promise.all(
  readdirSync(import.meta.dirname)
    .filter((file) => /^citizen-.*da\.ts$/.test(file))
    .map(async (file): Promise<[string, Words]> => {
      const exported = (await import(join(import.meta.dirname, file))) as Record<string, Words>;
      return [file, exported];
    }),
);

/** Each text a sentence of its own; a gap is filled with a short word, as the name or the hour that stands there. */
const sentences = (words: Words): string[] => [...textsIn(words, () => 'Mette').values()];

describe.each([...ofCitizens, ...forEverybody])('the Danish of %s', (_, words) => {
  test('has LIX 30 at most', () => {
    expect(lix(sentences(words).join('\n\n'))).toBeLessThanOrEqual(30);
  });

  test('has no sentence that takes a second breath', () => {
    const long = sentences(words)
      .flatMap((text) => text.split(/[.?:]\s/))
      .filter((sentence) => sentence.split(/\s+/).length > 22);
    expect(long).toEqual([]);
  });
});

test('every dictionary of citizens is found', () => {
  expect(ofCitizens.map(([file]) => file)).toEqual(expect.arrayContaining(['citizen-da.ts']));
});

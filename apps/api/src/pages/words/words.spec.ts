import { describe, expect, test } from '@jest/globals';
import { textsIn, type Words } from '../../../../../test/support/texts-in.js';
import { citizenMyDataWords } from './citizen-my-data-en.js';
import { citizenMyPageWords } from './citizen-my-page-en.js';
import { citizenMyShiftsWords } from './citizen-my-shifts-en.js';
import { employerPostWords } from './employer-post-en.js';
import * as employerWeek from './employer-week.js';
import { everybodyWords } from './everybody.js';
import { signInWords } from './sign-in-en.js';
import { staffWords } from './staff-en.js';
import { bothWords, citizenWords, employerWords, frameWords } from './index.js';

const marksOf = (text: string): string[] => [...new Set(text.match(/<\d>/g))].sort();

describe.each([
  ['citizens', citizenWords],
  ['companies', employerWords],
  ['both', bothWords],
  ['around every page', frameWords],
  ['everybody', everybodyWords],
  ['citizens’ days', citizenMyShiftsWords],
  ['citizens’ own page', citizenMyPageWords],
  ['citizens’ data', citizenMyDataWords],
  ['posting a task', employerPostWords],
  ['signing in', signInWords],
  ['staff', staffWords],
  ...Object.entries(employerWeek),
])('the words for %s', (_, words) => {
  const da = textsIn(words.da);
  const en = textsIn(words.en);
  const others = Object.entries<Words>(words).filter(([language]) => language !== 'da');

  test.each(others)('are there in Danish and in %s, with the same things filled in', (_language, entry) => {
    const other = textsIn(entry);
    expect([...other.keys()]).toEqual([...da.keys()]);
    for (const [name, text] of da) {
      expect(text.trim()).not.toBe('');
      expect({ name, marks: marksOf(other.get(name)!) }).toEqual({ name, marks: marksOf(text) });
      // "Demo" is the same word in both; a sentence never is.
      if (text.includes(' ')) expect(other.get(name)).not.toBe(text);
    }
  });

  test('are calm, and use no words of the system', () => {
    const unwanted =
      /!|\b(?:aktivering\w*|match\w*|eskalering\w*|sag(?:en|s\w*)?|borger\w*|ydelse\w*|sanktion\w*|skal du)\b/i;
    for (const text of [...da.values(), ...en.values()]) expect(text).not.toMatch(unwanted);
    // Nobody knows whether the contact is a he or a she.
    for (const text of da.values()) expect(text).not.toMatch(/\b(?:hun|han|hende|ham)\b/i);
  });
});

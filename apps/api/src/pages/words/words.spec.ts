import { describe, expect, test } from '@jest/globals';
import { bothWords, citizenWords, employerWords } from './index.js';

type Entry = string | ((...values: never[]) => string) | Record<string, string>;

/** Every text by its path; a function is given marks, so that what it leaves out is seen. */
function texts(words: Record<string, Entry>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, entry] of Object.entries(words)) {
    if (typeof entry === 'string') found.set(name, entry);
    else if (typeof entry === 'function') {
      const marks = Array.from({ length: entry.length }, (_, place) => `<${place}>`) as never[];
      found.set(name, entry(...marks));
    } else for (const [key, text] of Object.entries(entry)) found.set(`${name}.${key}`, text);
  }
  return found;
}

const marksOf = (text: string): string[] => [...new Set(text.match(/<\d>/g))].sort();

describe.each([
  ['citizens', citizenWords],
  ['companies', employerWords],
  ['both', bothWords],
])('the words for %s', (_, words) => {
  const da = texts(words.da);
  const en = texts(words.en);

  test('are there in both languages, with the same things filled in', () => {
    expect([...en.keys()]).toEqual([...da.keys()]);
    for (const [name, text] of da) {
      expect(text.trim()).not.toBe('');
      expect({ name, marks: marksOf(en.get(name)!) }).toEqual({ name, marks: marksOf(text) });
      // "Demo" is the same word in both; a sentence never is.
      if (text.includes(' ')) expect(en.get(name)).not.toBe(text);
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

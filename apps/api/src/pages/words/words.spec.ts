import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { textsIn, type Words } from '../../../../../test/support/texts-in.js';

type Texts = Map<string, string>;

/** The texts of one file: words/<topic>-<language>.ts holds one dictionary, whatever it is called. */
async function read(file: string): Promise<Texts> {
  const exported = (await import(join(import.meta.dirname, file))) as Record<string, Words>;
  const [words, ...more] = Object.values(exported);
  if (!words || more.length > 0) throw new Error(`${file} should hold one dictionary.`);
  return textsIn(words);
}

/** Found by their names, so that a dictionary of a new page is not left out. */
const files = readdirSync(import.meta.dirname).filter((file) => /-(?:da|en|ar|uk)\.ts$/.test(file));
const topics = files.filter((file) => file.endsWith('-da.ts')).map((file) => file.slice(0, -'-da.ts'.length));

const dictionaries = await Promise.all(
  topics.map(async (topic) => {
    const others = files.filter((file) => file.startsWith(`${topic}-`) && file.length === topic.length + 6);
    return {
      topic,
      da: await read(`${topic}-da.ts`),
      en: await read(`${topic}-en.ts`),
      others: await Promise.all(
        others
          .filter((file) => !file.endsWith('-da.ts'))
          .map(async (file): Promise<[string, Texts]> => [file.slice(-'da.ts'.length, -3), await read(file)]),
      ),
    };
  }),
);

const marksOf = (text: string): string[] => [...new Set(text.match(/<\d>/g))].sort();

/** An office has the name it has. */
const names = /\bydelseskontoret\b/gi;

describe.each(dictionaries)('the words of $topic', ({ da, en, others }) => {
  test.each(others)('are there in Danish and in %s, with the same things filled in', (_language, other) => {
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
    for (const text of [...da.values(), ...en.values()])
      expect(text.replace(names, '')).not.toMatch(unwanted);
    // Nobody knows whether the contact is a he or a she.
    for (const text of da.values()) expect(text).not.toMatch(/\b(?:hun|han|hende|ham)\b/i);
  });
});

test('every dictionary is found, in every language it has', () => {
  expect(topics).toEqual(expect.arrayContaining(['calculator', 'calendar', 'frame', 'employer-week-month']));
  const found = Object.fromEntries(
    dictionaries.map(({ topic, others }) => [topic, others.map(([one]) => one)]),
  );
  expect(found).toMatchObject({ citizen: ['ar', 'en', 'uk'], 'citizen-my-page': ['en'] });
});

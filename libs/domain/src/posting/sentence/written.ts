/** Where something stands in the sentence: first place, and the place after the last. */
export interface Span {
  from: number;
  to: number;
}

export const LONGEST_SENTENCE = 300;

/** One line without control characters, cut at the longest that is read. */
export const asOneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_SENTENCE)
    .trim();

/** Small letters, place for place: other alphabets may change their length and are left as they are. */
export const small = (text: string): string => text.replace(/[A-ZÆØÅÉ]/g, (letter) => letter.toLowerCase());

/** JavaScript's own word boundary does not know æ, ø and å. */
export const wholeWord = (pattern: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu');

export const spanOf = (match: RegExpMatchArray): Span => ({
  from: match.index ?? 0,
  to: (match.index ?? 0) + match[0].length,
});

const numbers: Readonly<Record<string, number>> = {
  en: 1,
  én: 1,
  et: 1,
  ét: 1,
  to: 2,
  tre: 3,
  fire: 4,
  fem: 5,
  seks: 6,
  syv: 7,
  otte: 8,
  ni: 9,
  ti: 10,
  elleve: 11,
  tolv: 12,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
};

/** "3", "1,5" or a word up to twelve. */
export const NUMBER = `\\d{1,3}(?:[,.]\\d)?|${Object.keys(numbers).join('|')}`;

export const readNumber = (words: string): number => numbers[words] ?? Number(words.replace(',', '.'));

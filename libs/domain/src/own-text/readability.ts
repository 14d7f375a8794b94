/**
 * LIX, C.H. Björnsson's measure of readability: words per sentence, plus the share of words of more than six
 * letters in per cent. Up to 24 reads like a children's book, 25 to 34 like light fiction.
 *
 * Counted strictly for short messages: a sentence ends at . ? ! : or at an empty line; "den 27. november", "kl."
 * and "8.30" end none; numbers, links and phone numbers are no words.
 */
export function lix(text: string): number {
  const plain = text
    .replace(/https?:\/\/\S+/g, '')
    .replace(/\b(kl|kr|nr|ca|min)\./gi, '$1')
    .replace(/(\d)\.(?=\d|\s+\p{Ll})/gu, '$1');
  const sentences = plain.split(/[.?!:]+|\n\s*\n/u).filter((sentence) => /\p{L}/u.test(sentence)).length;
  const words = plain.match(/\p{L}+(?:[-']\p{L}+)*/gu) ?? [];
  if (words.length === 0 || sentences === 0) return 0;
  const long = words.filter((word) => [...word].length > 6).length;
  return words.length / sentences + (100 * long) / words.length;
}

/** The heaviest a text to a citizen may be without a warning (screens.md, Texts). */
export const HEAVIEST_LIX = 30;

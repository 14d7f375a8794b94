import { septets, toGsm } from './gsm-text.js';

const DOTS = '...';

/** Room in an SMS, so that a sign that takes two places there counts as two. */
const room = (text: string): number => septets(toGsm(text));

/**
 * At most `width` places of a text, cut between words and ended with "...". A first word that is longer is
 * cut itself. The letters stay as they are: only the SMS as a whole is put into GSM-7.
 */
export function clip(text: string, width: number): string {
  const whole = text.trim().replace(/\s+/gu, ' ');
  if (room(whole) <= width) return whole;
  // Measured with the dots: a space at the end of a part is only trimmed as long as nothing follows it.
  const fits = (part: string): boolean => room(part + DOTS) <= width;
  const words = whole.split(' ');
  while (words.length > 1 && !fits(words.join(' '))) words.pop();
  const letters = [...words.join(' ')];
  while (letters.length > 0 && !fits(letters.join(''))) letters.pop();
  return letters.join('').replace(/[\s.,:;?-]+$/u, '') + DOTS;
}

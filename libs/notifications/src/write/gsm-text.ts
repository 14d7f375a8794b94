import smsSegments from 'sms-segments-calculator';

// The package is CommonJS: under Node its named exports are not seen.
const { SegmentedMessage } = smsSegments;

/** Septets in one segment: the alphabet of GSM 03.38, æøåÆØÅ included. */
export const ONE_SEGMENT = 160;

const WHITE_SPACE = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/gu;

/** Letters and signs that neither the calculator's table nor taking the accent off can bring into GSM-7. */
const inOtherLetters: Readonly<Record<string, string>> = {
  '\u2013': '-', '\u2014': '-', '\u2212': '-', '\u2011': '-', '\u2012': '-',
  '\u2026': '...', '\u2022': '-', '\u00b7': '-', '\u00d7': 'x', '\u00b0': ' ',
  '\u2190': '<-', '\u2192': '->', '\u00ae': '(R)', '\u00a9': '(C)', '\u2122': '(TM)',
  ð: 'd', Ð: 'D', þ: 'th', Þ: 'Th', đ: 'd', Đ: 'D', ł: 'l', Ł: 'L', œ: 'oe', Œ: 'Oe',
  ı: 'i', ħ: 'h', Ħ: 'H', ŧ: 't', Ŧ: 'T', ŋ: 'ng', Ŋ: 'Ng', ĸ: 'k', ſ: 's',
}; // prettier-ignore

const places = remembered((letter) => new SegmentedMessage(letter, 'GSM-7').numberOfCharacters);
const isGsm = remembered((letter) => new SegmentedMessage(letter).encodingName === 'GSM-7');
const inGsm = remembered((letter) => {
  // The calculator's own table first: quotes, full-width forms, fractions. It keeps the Danish letters.
  const smart = new SegmentedMessage(letter, 'auto', true).graphemes.join('');
  return [...smart].map(nearest).join('');
});

/**
 * The nearest text in the SMS alphabet, on one line. One curly quote would halve what fits into a segment.
 * Emoji and control characters go; a letter of a script that cannot be written becomes "?", so that the gap shows.
 */
export function toGsm(text: string): string {
  const oneLine = text.normalize('NFC').replace(WHITE_SPACE, ' ');
  return [...oneLine].map(inGsm).join('').replace(WHITE_SPACE, ' ').trim();
}

/** How much of a segment a text takes; signs such as € and [ take two. @throws unless the text is GSM-7 */
export const septets = (text: string): number => [...text].reduce((sum, letter) => sum + places(letter), 0);

function nearest(letter: string): string {
  if (isGsm(letter)) return letter;
  const known = inOtherLetters[letter];
  if (known !== undefined) return known;
  const bare = letter.normalize('NFKD').replace(/\p{M}/gu, '');
  if (bare !== letter && bare !== '') return [...bare].map(nearest).join('');
  return /[\p{L}\p{N}]/u.test(letter) ? '?' : '';
}

/** The calculator takes its time, and texts are made of the same few letters. */
function remembered<Answer>(ask: (letter: string) => Answer): (letter: string) => Answer {
  const answers = new Map<string, Answer>();
  return (letter) => {
    const known = answers.get(letter);
    if (known !== undefined) return known;
    const answer = ask(letter);
    answers.set(letter, answer);
    return answer;
  };
}

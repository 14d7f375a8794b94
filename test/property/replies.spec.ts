import { readReply, readSms, type ReplyWord } from '#domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

/** What people are told to write, each as a Dane spells it. */
const clear: readonly (readonly [string, ReplyWord])[] = [
  ['ja', 'yes'],
  ['ja tak', 'yes'],
  ['nej', 'no'],
  ['nej tak', 'no'],
  ['besøg', 'visit'],
  ['ring', 'call'],
  ['her', 'here'],
  ['jeg er her', 'here'],
  ['på vej', 'on-the-way'],
  ['påvej', 'on-the-way'],
  ['senere', 'later'],
  ['forsinket', 'later'],
  ['kan ikke', 'cannot'],
  ['syg', 'cannot'],
  ['stop', 'stop'],
];
const spellings: Record<string, string[]> = {
  å: ['å', 'aa', 'a', 'a\u030a'],
  ø: ['ø', 'oe', 'o', 'ö', 'o\u0308'],
};
const answer = fc.constantFrom(...clear);
const sign = fc.constantFrom(
  ' ',
  '  ',
  '\n',
  '\t',
  '.',
  ',',
  '!',
  '?',
  '-',
  '"',
  '…',
  ':-)',
  '👍',
  '\u00a0',
  '(',
  ')',
  '*',
);
const noise = fc.array(sign, { maxLength: 4 }).map((signs) => signs.join(''));
const gap = fc.constantFrom(' ', '  ', ' \n', '\u00a0', '-', ', ', ' . ');

/** The same answer as a thumb writes it. */
const written = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      noise,
      fc.array(fc.tuple(fc.boolean(), fc.nat()), { minLength: text.length, maxLength: text.length }),
      gap,
      noise,
    )
    .map(([before, choices, between, after]) => {
      const letters = [...text].map((letter, at) => {
        const [upper, which] = choices[at]!;
        const forms = spellings[letter] ?? [letter === ' ' ? between : letter];
        const form = forms[which % forms.length]!;
        return upper ? form.toUpperCase() : form;
      });
      return before + letters.join('') + after;
    });

const word = fc.constantFrom(
  'jeg',
  'kommer',
  'i',
  'morgen',
  'tidligt',
  'med',
  'bussen',
  'mandag',
  'det',
  'gerne',
  'kl',
  '8',
);
const words = (most: number) => fc.array(word, { maxLength: most }).map((list) => list.join(' '));
const anything = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        'ja',
        'jo',
        'yes',
        'nej',
        'ikke',
        'her',
        'på',
        'vej',
        ' ',
        ' ',
        ', ',
        '!',
        'не',
        'لا',
        'j',
        'a',
        '’',
        '30',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

/** Read without the code under test: what stands first once signs, accents and apostrophes are away. */
const beginsWithYes = (text: string): boolean =>
  /^[^\p{L}\p{N}]*(ja|jo|jep|jeps|jada|jatak|yep|yes)(?![\p{L}\p{N}])/u.test(
    text
      .replace(/['’´`]/g, '')
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, ''),
  );

describe('a reply', () => {
  it('is the same whatever the case, the spaces, the signs around it and the spelling of æøå', () => {
    fc.assert(
      fc.property(
        answer.chain(([text, meaning]) => written(text).map((reply) => [reply, meaning] as const)),
        ([reply, meaning]) => {
          expect(readReply(reply)).toEqual({ word: meaning, minutes: null });
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is the same in every Unicode form', () => {
    fc.assert(
      fc.property(answer, fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD'), ([text, meaning], form) => {
        expect(readReply(text.normalize(form))?.word).toBe(meaning);
        expect(readReply(text.toUpperCase().normalize(form))?.word).toBe(meaning);
      }),
    );
  });

  it('is never yes unless it begins with a yes', () => {
    fc.assert(
      fc.property(anything, (text) => {
        if (readReply(text)?.word === 'yes') expect(beginsWithYes(text)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('is never yes when a word of ours does not stand first', () => {
    fc.assert(
      fc.property(word, words(3), (first, rest) => {
        expect(readReply(`${first} ${rest} ja`)).toBeUndefined();
      }),
    );
  });

  it('"ja ... ikke" is never yes', () => {
    const denial = fc.constantFrom(
      'ikke',
      'IKKE',
      'ik',
      'men',
      'nej',
      'not',
      'but',
      'hvis',
      'måske',
      'maaske',
      'kun',
      'eller',
      'aldrig',
    );
    const yes = fc.constantFrom('ja', 'Ja', 'JA TAK', 'jo', 'yes', 'Yes please');
    fc.assert(
      fc.property(yes, noise, words(3), denial, words(3), noise, (first, sep, middle, no, rest, end) => {
        expect(readReply(`${first} ${sep} ${middle} ${no} ${rest}${end}`)).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  it('of a yes and words that change nothing is a yes', () => {
    fc.assert(
      fc.property(words(5), (rest) => {
        fc.pre(!/^(8|i 8)?$/.test(rest));
        expect(readReply(`Ja, ${rest}`)?.word).toBe('yes');
      }),
    );
  });

  it('names its minutes, in every way of writing them', () => {
    const before = fc.constantFrom('', 'om ', 'ca. ', 'om ca. ');
    const unit = fc.constantFrom('', 'min', ' min', ' min.', ' minutter', ' m', ' MINUTTER!');
    const late = fc.constantFrom(
      ['forsinket', 'later'],
      ['Senere,', 'later'],
      ['på vej', 'on-the-way'],
      ['PAA VEJ', 'on-the-way'],
    );
    fc.assert(
      fc.property(
        late,
        before,
        fc.integer({ min: 0, max: 720 }),
        unit,
        ([text, meaning], about, minutes, of) => {
          expect(readReply(`${text} ${about}${minutes}${of}`)).toEqual({ word: meaning, minutes });
        },
      ),
    );
  });

  it('is the same with a greeting before it and a name below it', () => {
    const hello = fc.constantFrom(
      'Hej ',
      'Hej Mette, ',
      'hej mette.\n',
      'Hejsa! ',
      'Hi Mette, ',
      'Kære Mette\n',
    );
    const bye = fc.constantFrom(
      '',
      '\nMvh Jonas',
      ' mvh',
      '\nVenlig hilsen\nJonas Prøvesen',
      '\nSendt fra min iPhone',
    );
    fc.assert(
      fc.property(hello, answer, bye, (before, [text, meaning], after) => {
        expect(readReply(`${before}${text}${after}`)).toEqual({ word: meaning, minutes: null });
      }),
    );
  });

  it('is not thanks and not a number when it is an answer', () => {
    fc.assert(
      fc.property(
        answer.chain(([text]) => written(text)),
        (reply) => {
          expect(readSms(reply).kind).toBe('reply');
        },
      ),
    );
  });

  it('that says nothing of ours changes nothing: no start, no stop, no number', () => {
    fc.assert(
      fc.property(word, words(5), (first, rest) => {
        fc.pre(`${first} ${rest}`.trim() !== '8');
        expect(readSms(`${first} ${rest}`).kind).toBe('unclear');
      }),
    );
  });

  it('never throws, and never holds the ladder for longer than half a day', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const minutes = readReply(text)?.minutes ?? 0;
        expect(minutes).toBeGreaterThanOrEqual(0);
        expect(minutes).toBeLessThanOrEqual(720);
      }),
      { numRuns: 3000 },
    );
  });
});

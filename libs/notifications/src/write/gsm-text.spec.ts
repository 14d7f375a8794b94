import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import smsSegments from 'sms-segments-calculator';
import { septets, toGsm } from './gsm-text.js';

const encoding = (text: string): string => new smsSegments.SegmentedMessage(text).encodingName;

describe('toGsm', () => {
  test.each([
    ['Danish letters stay', 'Æblegrød på Ærø, Åby: ÆØÅæøå', 'Æblegrød på Ærø, Åby: ÆØÅæøå'],
    ['letters in two parts become one', 'A\u030Aby pa\u030A', 'Åby på'],
    ['curly quotes', '“Jeg kan” og ‘du’ og ’nu’ og „vi‟', '"Jeg kan" og \'du\' og \'nu\' og "vi"'],
    ['dashes', '8–12 — altid − også 3‑4', '8-12 - altid - også 3-4'],
    ['the ellipsis', 'kasser…', 'kasser...'],
    ['no-break and thin spaces', 'kl.\u00a08\u202f30\u2009nu', 'kl. 8 30 nu'],
    ['line breaks and tabs', 'Hej\r\n\tJonas\n', 'Hej Jonas'],
    ['accents outside the alphabet', 'Zoë, João, Čapek, Ağca, naïve ç', 'Zoe, Joao, Capek, Agca, naive c'],
    ['accents inside it', 'é è ü ö ä ñ à', 'é è ü ö ä ñ à'],
    ['letters that are no accents', 'Łódź, Þór, Đorđe, Œuvre, ılık', 'Lodz, Thór, Dorde, Oeuvre, ilik'],
    ['fractions and signs', '½ time · 2×3', '1/2 time - 2x3'],
    ['emoji go', 'Godt 👍🏽 gået 🎉👨‍👩‍👧!', 'Godt gået !'],
    ['zero-width and direction marks go', 'Jo\u200bnas\u202e\u2066', 'Jonas'],
    ['control characters go', 'a\u0000b\u0007c\u001bd', 'abcd'],
    ['other scripts leave a visible gap', 'Олена', '?????'],
    ['half an emoji goes', 'a\ud83d', 'a'],
  ])('%s', (_what, text, expected) => {
    // ó is not in the alphabet either: the expectation of "Þór" is written with it only to be normalised here.
    expect(toGsm(text)).toBe(expected.replace('ó', 'o'));
  });

  test('whatever comes in, what comes out is one line of GSM-7', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const written = toGsm(text);
        expect(encoding(written)).toBe('GSM-7');
        expect(written).not.toMatch(/[\n\r\t]|^ | $| {2}/);
      }),
      { numRuns: 500 },
    );
  });

  test('a text that is GSM-7 already is left alone, so writing twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const once = toGsm(text);
        expect(toGsm(once)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });

  test('no Danish letter is ever lost', () => {
    const danish = fc.constantFrom(...'æøåÆØÅaAkK ');
    fc.assert(
      fc.property(fc.array(danish, { maxLength: 40 }), (letters) => {
        const text = letters.join('').replace(/ +/g, ' ').trim();
        expect(toGsm(text)).toBe(text);
      }),
    );
  });
});

describe('septets', () => {
  test('a Danish letter takes one place, a euro sign and a bracket two', () => {
    expect(septets('æøå')).toBe(3);
    expect(septets('10 €')).toBe(5);
    expect(septets('[x]')).toBe(5);
  });

  test('counts as the calculator does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const written = toGsm(text);
        expect(septets(written)).toBe(new smsSegments.SegmentedMessage(written).numberOfCharacters);
      }),
    );
  });

  test('a text that is not GSM-7 has no number of places', () => {
    expect(() => septets('“')).toThrow();
  });
});

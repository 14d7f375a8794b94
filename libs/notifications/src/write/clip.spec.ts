import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clip } from './clip.js';
import { septets, toGsm } from './gsm-text.js';

describe('clip', () => {
  test.each([
    ['what fits stays whole', 'tomme kasser', 12, 'tomme kasser'],
    ['cut between words', 'tomme kasser på frugtlageret', 20, 'tomme kasser på...'],
    ['a word that just fits with the dots stays', 'tomme kasser på frugtlageret', 18, 'tomme kasser på...'],
    ['one place less and it goes', 'tomme kasser på frugtlageret', 17, 'tomme kasser...'],
    ['no comma or full stop before the dots', 'Rydde op, feje gulv', 13, 'Rydde op...'],
    ['a first word that is too long is cut itself', 'Vognmandsforretningen', 10, 'Vognman...'],
    ['spaces are gathered before counting', '  tomme \n  kasser ', 12, 'tomme kasser'],
    ['a sign that takes two places counts as two', '€€€€€€', 11, '€€€€...'],
  ])('%s', (_what, text, width, expected) => {
    expect(clip(text, width)).toBe(expected);
  });

  test('never takes more room in an SMS than it was given', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 4, max: 60 }),
        (text, width) => {
          expect(septets(toGsm(clip(text, width)))).toBeLessThanOrEqual(width);
        },
      ),
      { numRuns: 300, examples: [['ߺ῍ﯪ!', 4]] },
    );
  });
});

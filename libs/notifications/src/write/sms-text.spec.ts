import { describe, expect, test } from '@jest/globals';
import { clip } from './clip.js';
import { fitIntoOneSegment } from './sms-text.js';

describe('fitIntoOneSegment', () => {
  test('what fits is not clipped further', () => {
    expect(fitIntoOneSegment(() => 'Hej Jonas.')).toBe('Hej Jonas.');
  });

  test('exactly 160 places is one segment, 161 is refused', () => {
    expect(fitIntoOneSegment(() => 'æ'.repeat(160))).toHaveLength(160);
    expect(fitIntoOneSegment(() => 'æ'.repeat(161))).toBeNull();
  });

  test('a clip that may give way gives as little as is needed', () => {
    const title = 'a '.repeat(60);
    const text = fitIntoOneSegment(({ squeeze }) => `${'x'.repeat(100)} ${clip(title, 80 - squeeze)}`);
    expect(text!.length).toBeGreaterThan(155);
    expect(text!.length).toBeLessThanOrEqual(160);
  });

  test('a sentence is left out only when clipping is not enough', () => {
    const rendered = (fixed: number) =>
      fitIntoOneSegment(({ room }) => 'x'.repeat(fixed) + (room ? ' extra' : ''));
    expect(rendered(154)).toMatch(/ extra$/);
    expect(rendered(155)).not.toMatch(/extra/);
  });

  test.each([
    ['Job: kasser på.... Svar JA', 'Job: kasser på... Svar JA'],
    ['Job: Ryd op.. Svar JA', 'Job: Ryd op. Svar JA'],
    ['Kan du?. Svar JA', 'Kan du? Svar JA'],
    ['Ring til Mette .', 'Ring til Mette.'],
    ['Vi ses..., siger hun', 'Vi ses..., siger hun'],
  ])('puts seams right: %s', (text, expected) => {
    expect(fitIntoOneSegment(() => text)).toBe(expected);
  });
});

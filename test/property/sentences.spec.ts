import { findCategory, fromSentence, isLocalTime, minutesOfDay } from '#domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const piece = fc.constantFrom(
  ...'vi skal have ryddet op på lageret hver morgen mandag, og til fra kl. 8 - 11.30 halv ni 2 timer om dagen ugen man fre søn gange tunge 15 kg personer før efter frokost af i'.split(
    ' ',
  ),
);
const sentences = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' '));
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 600 }), sentences);

describe('any text that is written about a task', () => {
  it('is read without an error, and into values that a small job can hold', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { title, category, weekdays, start, end, minutesPerDay, weeklyShifts, positions, demands } =
          fromSentence(text);
        if (title !== null) {
          expect(title.length).toBeLessThanOrEqual(80);
          expect(title).toBe(title.trim());
          expect(title).not.toMatch(/\p{Surrogate}/u);
        }
        if (category !== null) expect(findCategory(category)).toBeDefined();
        expect(weekdays).toEqual([...new Set(weekdays)].sort((a, b) => a - b));
        for (const time of [start, end]) if (time !== null) expect(isLocalTime(time)).toBe(true);
        if (start !== null && end !== null) expect(minutesOfDay(end)).toBeGreaterThan(minutesOfDay(start));
        expect(weeklyShifts).toHaveLength(start !== null && end !== null ? weekdays.length : 0);
        for (const minutes of [minutesPerDay ?? 15])
          expect(Number.isInteger(minutes) && minutes > 0).toBe(true);
        expect(positions ?? 1).toBeGreaterThanOrEqual(1);
        expect(demands.liftKg ?? 0).toBeLessThanOrEqual(50);
      }),
      { numRuns: 3_000 },
    );
  });

  it('names for everything it holds the words it was read from, or says that it is a proposal', () => {
    fc.assert(
      fc.property(sentences, (text) => {
        const read = fromSentence(text);
        const about = (what: string) => read.understood.find((one) => one.what === what);
        if (read.category !== null) expect(about('category')).toBeDefined();
        if (read.weekdays.length > 0) expect(about('weekdays')).toBeDefined();
        if (read.start !== null) expect(about('start')).toBeDefined();
        if (read.end !== null) expect(about('end')).toBeDefined();
        if (read.minutesPerDay !== null) expect(about('minutes')).toBeDefined();
        for (const { how, words } of read.understood) {
          expect(words === '' ? how : 'guessed').toBe('guessed');
          expect(text).toContain(words);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes no time that grows with the text', () => {
    const before = performance.now();
    for (const nasty of [
      'mandag, '.repeat(2000),
      '1 '.repeat(5000),
      'a'.repeat(100_000),
      'rydde '.repeat(3000),
    ])
      fromSentence(nasty);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

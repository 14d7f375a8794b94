import { describe, expect, it } from '@jest/globals';
import { Temporal } from '#domain';
import { matchingDay, waitingDays } from './matching-day.js';

const at = (iso: string): Temporal.Instant => Temporal.Instant.from(iso);

describe('the day of a matching', () => {
  it.each([
    ['2026-11-19T23:00:00Z', '2026-11-20', '2026-11-19T23:00:00Z'],
    ['2026-11-20T22:59:59Z', '2026-11-20', '2026-11-19T23:00:00Z'],
    ['2026-07-01T12:00:00Z', '2026-07-01', '2026-06-30T22:00:00Z'],
    // Summer time ends, and begins, within the day.
    ['2026-10-25T12:00:00Z', '2026-10-25', '2026-10-24T22:00:00Z'],
    ['2026-03-29T12:00:00Z', '2026-03-29', '2026-03-28T23:00:00Z'],
  ])('of %s is %s and begins at %s', (now, today, beginning) => {
    const day = matchingDay(at(now));
    expect([day.today, day.at.toString()]).toEqual([today, beginning]);
  });

  it('gives one number of waiting days from its first minute to its last', () => {
    const since = at('2026-11-10T15:00:00Z');
    const days = ['2026-11-19T23:00:00Z', '2026-11-20T15:00:01Z', '2026-11-20T22:59:59Z'].map((now) =>
      waitingDays(since, matchingDay(at(now))),
    );
    expect(days).toEqual([9, 9, 9]);
    expect(waitingDays(since, matchingDay(at('2026-11-20T23:00:00Z')))).toBe(10);
  });
});

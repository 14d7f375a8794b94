import { expect, test } from '@jest/globals';
import { Temporal } from '#domain';
import { shortDay, shortTime } from './when.js';

test.each([
  ['2026-11-22', 'i dag'],
  ['2026-11-23', 'i morgen'],
  ['2026-11-21', 'i går'],
  ['2026-11-27', 'fre 27. nov.'],
  ['2026-05-04', 'man 4. maj'],
  ['2027-01-04', 'man 4. jan. 2027'],
])('%s is "%s"', (date, words) => {
  expect(shortDay(date, '2026-11-22')).toBe(words);
});

test('a time is Danish wall time, also when the day is another one in UTC', () => {
  const now = Temporal.Instant.from('2026-11-22T12:00:00Z');
  expect(shortTime(Temporal.Instant.from('2026-11-22T23:30:00Z'), now)).toBe('i morgen kl. 0.30');
});

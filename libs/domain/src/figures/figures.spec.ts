import { describe, expect, test } from '@jest/globals';
import { Temporal } from '../kernel/index.js';
import { lastMondays, monitoredYears } from './calendar.js';
import { changeKindOf, countedChanges } from './contact-change.js';
import { latenessOf, medianOf } from './lateness.js';
import { toldOutside } from './outside.js';

const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2026-11-23T${time}Z`);

describe('lateness', () => {
  const opened = at('08:00:00');
  const taken = (time: string) => ({ openedAt: opened, takenAt: at(time), isOpen: false });

  test('is from the opening until somebody took it, or until now', () => {
    const cases = [
      taken('08:04:59'),
      taken('08:10:00'),
      { openedAt: opened, takenAt: null, isOpen: true },
      // Came by themselves: nobody had to take it.
      { openedAt: opened, takenAt: null, isOpen: false },
    ];
    expect(latenessOf(cases, at('09:00:00'))).toEqual({ cases: 3, medianMinutes: 10, worstMinutes: 60 });
  });

  test('is unknown where there was no case', () => {
    expect(latenessOf([], opened)).toEqual({ cases: 0, medianMinutes: null, worstMinutes: null });
  });

  test.each([
    [[], null],
    [[7], 7],
    [[1, 4], 3],
    [[1, 2, 9], 2],
  ])('the middle of %j is %p', (numbers, middle) => {
    expect(medianOf(numbers)).toBe(middle);
  });
});

describe('changes of contact', () => {
  const change = (citizenId: string, day: string, reason: Parameters<typeof changeKindOf>[0]) => ({
    at: Temporal.Instant.from(`${day}T12:00:00Z`),
    citizenId,
    reason,
  });

  test('are told by kind; who takes over as the citizen’s own broker is no change', () => {
    const changes = [
      change('a', '2026-11-20', 'resigned'),
      change('a', '2026-11-21', 'fresh-eyes'),
      change('b', '2026-11-20', 'broker-takes-over'),
      change('c', '2026-11-20', 'other'),
    ];
    expect(countedChanges(changes).map(({ citizenId, kind }) => [citizenId, kind])).toEqual([
      ['a', 'unintended'],
      ['a', 'intended'],
      ['c', 'untold'],
    ]);
  });

  test('on one day are one: a broker who is the fixed contact too changes twice in the rows', () => {
    const changes = [change('a', '2026-11-20', 'leave'), change('a', '2026-11-20', 'planned')];
    expect(countedChanges(changes)).toMatchObject([{ reason: 'leave', kind: 'unintended' }]);
  });
});

test.each([
  [0, 0, 0],
  [1, 1, null],
  [4, 4, null],
  [5, 5, 5],
  [900, 3, null],
  [900, 5, 900],
])('outside, %p of %p people is told as %p', (value, people, told) => {
  expect(toldOutside(value, people)).toBe(told);
});

test('weeks end with this one, also across a year', () => {
  expect(lastMondays('2027-01-03', 3)).toEqual(['2026-12-14', '2026-12-21', '2026-12-28']);
});

test('years end with this one, of which only a part has been', () => {
  expect(monitoredYears('2026-04-30', 2)).toEqual([
    { year: 2025, from: '2025-01-01', to: '2025-12-31', isPart: false },
    { year: 2026, from: '2026-01-01', to: '2026-04-30', isPart: true },
  ]);
  expect(monitoredYears('2026-12-31', 1)).toMatchObject([{ isPart: false }]);
});

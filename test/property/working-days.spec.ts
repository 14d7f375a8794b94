import {
  addDays,
  instantOf,
  isWorkingDay,
  localDateOf,
  localTimeOf,
  nextContactTime,
  nextWorkingDay,
  onNextWorkingDay,
  Temporal,
  weekdayOf,
  type Weekday,
} from '#domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const FIRST = '2026-01-01';
const day = fc.integer({ min: 0, max: 729 }).map((days) => addDays(FIRST, days));
/** Holidays close together, so that they meet weekends and each other. */
const holidays = fc
  .tuple(day, fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 6 }))
  .map(([first, days]) => new Set(days.map((more) => addDays(first, more))));
const minute = fc.integer({ min: 0, max: 1439 });
const moment = fc.tuple(day, minute).map(([date, minutes]) => instantOf(date, '00:00').add({ minutes }));
const asTime = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const everyDayBetween = (after: string, before: string): string[] => {
  const days: string[] = [];
  for (let date = addDays(after, 1); date < before; date = addDays(date, 1)) days.push(date);
  return days;
};

describe('the next working day', () => {
  it('is one, and there is none before it', () => {
    fc.assert(
      fc.property(day, holidays, (after, off) => {
        const next = nextWorkingDay(after, off);
        expect(next > after).toBe(true);
        expect(weekdayOf(next) <= 5 && !off.has(next)).toBe(true);
        expect(everyDayBetween(after, next).filter((date) => isWorkingDay(date, off))).toEqual([]);
      }),
    );
  });

  it('never comes earlier because of one holiday more', () => {
    fc.assert(
      fc.property(day, holidays, day, (after, off, more) => {
        expect(nextWorkingDay(after, new Set([...off, more])) >= nextWorkingDay(after, off)).toBe(true);
      }),
    );
  });

  it('has its wall time whatever the clock does', () => {
    fc.assert(
      fc.property(moment, holidays, fc.integer({ min: 240, max: 1439 }), (at, off, minutes) => {
        const then = onNextWorkingDay(at, asTime(minutes), off);
        expect(localTimeOf(then)).toBe(asTime(minutes));
        expect(localDateOf(then)).toBe(nextWorkingDay(localDateOf(at), off));
        expect(Temporal.Instant.compare(at, then)).toBe(-1);
      }),
    );
  });
});

describe('the contact hours', () => {
  const hours = fc
    .record({
      weekdays: fc.subarray<Weekday>([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      from: fc.integer({ min: 360, max: 900 }),
      length: fc.integer({ min: 15, max: 480 }),
    })
    .map(({ weekdays, from, length }) => ({ weekdays, from: asTime(from), to: asTime(from + length) }));
  const holds = (
    at: Temporal.Instant,
    { weekdays, from, to }: { weekdays: Weekday[]; from: string; to: string },
    off: Set<string>,
  ) =>
    weekdays.includes(weekdayOf(localDateOf(at))) &&
    !off.has(localDateOf(at)) &&
    localTimeOf(at) >= from &&
    localTimeOf(at) < to;

  it('give a time within them that is never earlier than wanted', () => {
    fc.assert(
      fc.property(moment, hours, holidays, (wanted, open, off) => {
        const at = nextContactTime(open, wanted, off);
        expect(Temporal.Instant.compare(at, wanted)).toBeGreaterThanOrEqual(0);
        expect(holds(at, open, off)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('give now when somebody answers now, and otherwise a moment at which they begin', () => {
    fc.assert(
      fc.property(moment, hours, holidays, (wanted, open, off) => {
        const at = nextContactTime(open, wanted, off);
        if (holds(wanted, open, off)) expect(at.equals(wanted)).toBe(true);
        else expect(localTimeOf(at)).toBe(open.from);
      }),
      { numRuns: 1000 },
    );
  });

  it('skip no day on which somebody answers', () => {
    fc.assert(
      fc.property(moment, hours, holidays, (wanted, open, off) => {
        const at = nextContactTime(open, wanted, off);
        for (const date of everyDayBetween(localDateOf(wanted), localDateOf(at))) {
          expect(open.weekdays.includes(weekdayOf(date)) && !off.has(date)).toBe(false);
        }
        expect(nextContactTime(open, at, off).equals(at)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

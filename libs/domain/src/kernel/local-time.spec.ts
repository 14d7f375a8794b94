import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  instantOf,
  isClockDuration,
  isLocalDate,
  isLocalTime,
  isoWithOffset,
  localDateOf,
  localTimeOf,
  minutesBetween,
  minutesOfDay,
  slotInstants,
  slotMinutes,
  weekdayOf,
} from './local-time.js';
import { Temporal } from './temporal.js';

const utc = (date: string, time: string) => instantOf(date, time).toString();

describe('a wall time on a Copenhagen day', () => {
  it.each([
    ['winter', '2026-11-30', '08:00', '2026-11-30T07:00:00Z'],
    ['summer', '2026-07-01', '08:00', '2026-07-01T06:00:00Z'],
    ['midnight as a beginning', '2026-11-30', '00:00', '2026-11-29T23:00:00Z'],
    ['24:00 is the midnight after', '2026-11-30', '24:00', '2026-11-30T23:00:00Z'],
    ['24:00 on the last day of a year', '2026-12-31', '24:00', '2026-12-31T23:00:00Z'],
    ['24:00 before a leap day', '2028-02-28', '24:00', '2028-02-28T23:00:00Z'],
  ])('%s', (_what, date, time, expected) => {
    expect(utc(date, time)).toBe(expected);
  });

  it.each(['2026-03-29', '2027-03-28'])('on %s the hour that does not exist lies one hour later', (date) => {
    expect(utc(date, '01:59')).toBe(`${date}T00:59:00Z`);
    expect(utc(date, '02:00')).toBe(`${date}T01:00:00Z`);
    expect(utc(date, '02:30')).toBe(`${date}T01:30:00Z`);
    expect(localTimeOf(instantOf(date, '02:30'))).toBe('03:30');
    expect(utc(date, '03:00')).toBe(`${date}T01:00:00Z`);
  });

  it.each(['2026-10-25', '2027-10-31'])('on %s the first of the two hours is meant', (date) => {
    expect(utc(date, '02:00')).toBe(`${date}T00:00:00Z`);
    expect(utc(date, '02:59')).toBe(`${date}T00:59:00Z`);
    expect(utc(date, '03:00')).toBe(`${date}T02:00:00Z`);
  });

  it('is read back from the second of the two hours as well', () => {
    const second = Temporal.Instant.from('2026-10-25T01:30:00Z');
    expect([localDateOf(second), localTimeOf(second)]).toEqual(['2026-10-25', '02:30']);
  });

  it('belongs to the Copenhagen day, not to the day in UTC', () => {
    const late = Temporal.Instant.from('2026-11-30T23:30:00Z');
    expect([localDateOf(late), localTimeOf(late)]).toEqual(['2026-12-01', '00:30']);
  });
});

describe('a slot on a day', () => {
  const minutes = (date: string, start: string, end: string) => {
    const { startsAt, endsAt } = slotInstants(date, { start, end });
    return minutesBetween(startsAt, endsAt);
  };

  it.each([
    ['an ordinary morning', '2026-11-30', '08:00', '12:00', 240],
    ['until midnight', '2026-11-30', '20:00', '24:00', 240],
    ['over midnight', '2026-11-30', '22:00', '06:00', 480],
    ['until 00:00, which is the next day', '2026-11-30', '20:00', '00:00', 240],
    ['a whole day and night', '2026-11-30', '08:00', '08:00', 1440],
    ['the night of 25 October 2026', '2026-10-24', '22:00', '06:00', 540],
    ['the night of 31 October 2027', '2027-10-30', '22:00', '06:00', 540],
    ['the night of 29 March 2026', '2026-03-28', '22:00', '06:00', 420],
    ['the night of 28 March 2027', '2027-03-27', '22:00', '06:00', 420],
    ['1 to 4 in autumn', '2026-10-25', '01:00', '04:00', 240],
    ['1 to 4 in spring', '2027-03-28', '01:00', '04:00', 120],
    ['the day before the change ends at midnight', '2026-10-24', '20:00', '24:00', 240],
  ])('%s', (_what, date, start, end, expected) => {
    expect(minutes(date, start, end)).toBe(expected);
  });

  it.each([
    ['08:00', '12:00', 240],
    ['22:00', '06:00', 480],
    ['20:00', '24:00', 240],
    ['00:00', '24:00', 1440],
    ['08:00', '08:00', 1440],
  ])('from %s to %s is %i wall minutes on every day', (start, end, expected) => {
    expect(slotMinutes({ start, end })).toBe(expected);
  });
});

describe('dates and times as text', () => {
  it.each(['00:00', '07:05', '19:59', '23:59', '24:00'])('%s is a wall time', (text) => {
    expect(isLocalTime(text)).toBe(true);
  });

  it.each(['24:01', '25:00', '7:05', '07:60', '07:5', '0705', ' 07:05', '07:05:00', ''])(
    '"%s" is none',
    (text) => {
      expect(isLocalTime(text)).toBe(false);
    },
  );

  it.each(['2026-11-30', '2028-02-29', '2026-01-01'])('%s is a day', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  it.each([
    '2026-02-30',
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '26-11-30',
    '2026-11-30T00:00',
    '30-11-2026',
    '',
  ])('"%s" is none', (text) => {
    expect(isLocalDate(text)).toBe(false);
  });

  it('counts minutes of a day to 1440', () => {
    expect(['00:00', '00:01', '10:10', '24:00'].map(minutesOfDay)).toEqual([0, 1, 610, 1440]);
  });

  it('adds days over months, years and changes of the clock', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
  });

  it('begins the week on Monday', () => {
    expect(weekdayOf('2026-11-30')).toBe(1);
    expect(weekdayOf('2026-12-06')).toBe(7);
  });
});

describe('an instant that leaves the house', () => {
  it.each([
    ['2026-11-30T07:00:00Z', '2026-11-30T08:00:00.000+01:00'],
    ['2026-07-01T06:00:00.5Z', '2026-07-01T08:00:00.500+02:00'],
    ['2026-10-25T00:30:00Z', '2026-10-25T02:30:00.000+02:00'],
    ['2026-10-25T01:30:00Z', '2026-10-25T02:30:00.000+01:00'],
  ])('%s is written %s', (instant, written) => {
    expect(isoWithOffset(Temporal.Instant.from(instant))).toBe(written);
    expect(Temporal.Instant.from(written).toString()).toBe(Temporal.Instant.from(instant).toString());
  });
});

describe('minutes between two instants', () => {
  it.each([
    ['2026-11-30T08:00:00Z', '2026-11-30T08:01:59Z', 1],
    ['2026-11-30T08:00:00Z', '2026-11-30T08:00:00Z', 0],
    ['2026-11-30T08:00:00Z', '2026-11-30T07:59:30Z', -1],
  ])('from %s to %s are %i', (from, to, expected) => {
    expect(minutesBetween(Temporal.Instant.from(from), Temporal.Instant.from(to))).toBe(expected);
  });
});

describe('a length of real time', () => {
  it.each(['PT0S', 'PT10M', 'PT2S', 'PT1H30M', 'PT0.5S'])('%s is one', (text) => {
    expect(isClockDuration(text)).toBe(true);
  });

  it.each(['P1D', 'P1W', 'P1M', 'P1Y', 'P1DT2H', '-PT5M', 'PT', '10 min', ''])('"%s" is none', (text) => {
    expect(isClockDuration(text)).toBe(false);
  });
});

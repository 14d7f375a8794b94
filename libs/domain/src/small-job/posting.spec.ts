import { describe, expect, it } from '@jest/globals';
import { aSmallJob, weekly, type SmallJobOverrides } from '../../../../test/builders/small-job.js';
import type { Weekday } from '../kernel/index.js';
import {
  checkSmallJob,
  checkStart,
  hoursWarning,
  slotsOverlap,
  touchesPromise,
  weeklyMinutes,
} from './posting.js';

const slot = (weekday: Weekday, start: string, end: string) => ({ weekday, start, end });
const check = (over: SmallJobOverrides) => () => checkSmallJob(aSmallJob(over));

describe('two slots of a week', () => {
  it.each([
    ['apart', [slot(1, '08:00', '10:00'), slot(1, '12:00', '14:00')], false],
    ['one after the other', [slot(1, '08:00', '10:00'), slot(1, '10:00', '12:00')], false],
    ['a minute too early', [slot(1, '08:00', '10:01'), slot(1, '10:00', '12:00')], true],
    ['on different days', [slot(1, '08:00', '12:00'), slot(2, '08:00', '12:00')], false],
    ['the same twice', [slot(1, '08:00', '12:00'), slot(1, '08:00', '12:00')], true],
    ['one within the other', [slot(1, '08:00', '16:00'), slot(1, '10:00', '11:00')], true],
    [
      'given in any order',
      [slot(5, '10:00', '12:00'), slot(1, '08:00', '09:00'), slot(5, '08:00', '11:00')],
      true,
    ],
    ['a night into the next morning', [slot(1, '22:00', '06:00'), slot(2, '05:00', '08:00')], true],
    [
      'a night that ends when the morning begins',
      [slot(1, '22:00', '06:00'), slot(2, '06:00', '08:00')],
      false,
    ],
    ['Sunday night into Monday', [slot(7, '22:00', '06:00'), slot(1, '05:59', '08:00')], true],
    ['Sunday night until Monday begins', [slot(7, '22:00', '06:00'), slot(1, '06:00', '08:00')], false],
    ['Sunday until midnight', [slot(7, '20:00', '24:00'), slot(1, '00:00', '04:00')], false],
    ['a whole day and night', [slot(7, '08:00', '08:00'), slot(1, '07:59', '09:00')], true],
    ['no slots', [], false],
  ])('%s: %s', (_what, slots, expected) => {
    expect(slotsOverlap(slots)).toBe(expected);
  });
});

describe('the minutes of a week', () => {
  it('are those that are worked: breaks are off', () => {
    expect(weeklyMinutes(weekly([1, 3, 5], '08:00', '12:00'))).toBe(720);
    expect(weeklyMinutes(weekly([1, 3, 5], '08:00', '12:00', 30))).toBe(630);
    expect(weeklyMinutes([slot(7, '22:00', '06:00')])).toBe(480);
    expect(weeklyMinutes([])).toBe(0);
  });
});

describe('posting a small job', () => {
  it('takes an ordinary one', () => {
    expect(check({})).not.toThrow();
  });

  it.each([
    ['twenty hours', { weeklyShifts: weekly([1, 2, 3, 4, 5], '08:00', '12:00') }, 'small-job.too-many-hours'],
    [
      'more than twenty hours',
      { weeklyShifts: weekly([1, 2, 3, 4, 5], '08:00', '14:00') },
      'small-job.too-many-hours',
    ],
    ['a category that nobody knows', { category: 'astronaut' }, 'category.unknown'],
    [
      'shifts at the same time',
      { weeklyShifts: [...weekly([1], '08:00', '10:00'), ...weekly([1], '09:00', '11:00')] },
      'small-job.shifts-overlap',
    ],
    [
      'a shift that ends before it begins',
      { weeklyShifts: weekly([1], '14:00', '13:00') },
      'small-job.shift-ends-before-start',
    ],
    [
      'a day and a night',
      { weeklyShifts: weekly([1], '17:59', '17:59') },
      'small-job.shift-ends-before-start',
    ],
    [
      'a break as long as the shift',
      { weeklyShifts: weekly([1], '08:00', '10:00', 120) },
      'small-job.break-too-long',
    ],
    [
      'an end before the start',
      { startDate: '2026-12-07', endDate: '2026-12-06' },
      'small-job.dates-invalid',
    ],
    ['a start that is no day', { startDate: '2026-02-30' }, 'small-job.dates-invalid'],
    ['fewer seats than are taken', { positions: 1, seatsTaken: 2 }, 'small-job.positions-below-taken'],
  ] satisfies [string, SmallJobOverrides, string][])('refuses %s', (_what, over, code) => {
    expect(check(over)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    [
      'a minute less than twenty hours',
      { weeklyShifts: [...weekly([1, 2, 3, 4], '08:00', '12:00'), ...weekly([5], '08:00', '11:59')] },
    ],
    ['twenty hours of which breaks are off', { weeklyShifts: weekly([1, 2, 3, 4, 5], '08:00', '12:00', 1) }],
    ['a break one minute shorter than the shift', { weeklyShifts: weekly([1], '08:00', '10:00', 119) }],
    ['a night that begins in the evening', { weeklyShifts: weekly([5], '18:00', '02:00') }],
    ['an evening until midnight', { weeklyShifts: weekly([5], '16:00', '24:00') }],
    ['an end on the day of the start', { startDate: '2026-12-07', endDate: '2026-12-07' }],
    ['all seats taken', { positions: 2, seatsTaken: 2 }],
  ] satisfies [string, SmallJobOverrides][])('takes %s', (_what, over) => {
    expect(check(over)).not.toThrow();
  });

  it('says which day ends before it begins', () => {
    const job = check({ weeklyShifts: [...weekly([1], '08:00', '12:00'), ...weekly([3], '12:00', '08:00')] });
    expect(job).toThrow(expect.objectContaining({ details: { weekday: 3 } }));
  });

  it('says how many hours are too many', () => {
    const job = check({ weeklyShifts: weekly([1, 2, 3, 4, 5], '08:00', '13:00') });
    expect(job).toThrow(expect.objectContaining({ details: { hours: 25 } }));
  });
});

describe('the first day', () => {
  const start = (named: string, before?: string) => () => checkStart(named, before, '2026-11-22');

  it('is today or later, unless it stands as it was', () => {
    expect(start('2026-11-22')).not.toThrow();
    expect(start('2026-11-01', '2026-11-01')).not.toThrow();
    const past = expect.objectContaining({ code: 'small-job.start-in-past' });
    expect(start('2026-11-21')).toThrow(past);
    expect(start('2026-11-01', '2026-11-02')).toThrow(past);
  });
});

describe('hours that are not the usual ones', () => {
  const normal = { min: 5, max: 15 };
  const warned = (weekdays: Weekday[], start: string, end: string) =>
    hoursWarning(aSmallJob({ weeklyShifts: weekly(weekdays, start, end) }), normal);

  it('warn and never refuse', () => {
    expect(warned([1], '08:00', '12:00')).toEqual([
      { code: 'hours-outside-normal', hours: 4, min: 5, max: 15 },
    ]);
    expect(warned([1, 2, 3, 4], '08:00', '12:00')).toEqual([
      { code: 'hours-outside-normal', hours: 16, min: 5, max: 15 },
    ]);
  });

  it('at the limits are usual', () => {
    expect(warned([1], '08:00', '13:00')).toEqual([]);
    expect(warned([1, 3, 5], '08:00', '13:00')).toEqual([]);
  });
});

describe('what an offer promised', () => {
  const job = aSmallJob({ weeklyShifts: weekly([1, 3], '08:00', '12:00', 15), endDate: '2027-06-01' });
  const [first, second] = job.weeklyShifts;

  it.each([
    ['the hours', { weeklyShifts: weekly([1, 3], '08:00', '12:30', 15) }],
    ['a day', { weeklyShifts: weekly([1, 4], '08:00', '12:00', 15) }],
    ['the break', { weeklyShifts: weekly([1, 3], '08:00', '12:00') }],
    ['the wage', { hourlyWageOre: 15_844 }],
    ['the first day', { startDate: '2026-12-08' }],
    ['the last day', { endDate: null }],
    ['how late is fine', { startFlexibilityMinutes: 15 }],
    ['the street', { workplace: { ...job.workplace, street: 'Havnegade 14' } }],
    ['the place on the map', { workplace: { ...job.workplace, position: { lat: 55.7, lon: 9.55 } } }],
  ])('is touched by another %s', (_what, change) => {
    expect(touchesPromise(job, { ...job, ...change })).toBe(true);
  });

  it.each([
    ['the same shifts in another order', { weeklyShifts: [second!, first!] }],
    [
      'the same shift with its fields in another order',
      { weeklyShifts: [{ breakMinutes: 15, end: '12:00', start: '08:00', weekday: 1 as const }, second!] },
    ],
    ['another title', { title: 'Kasser' }],
    ['another description', { description: 'Kort' }],
    ['one seat more', { positions: 2 }],
    ['another contact at the company', { companyContact: { name: 'Eva', phone: '+4520000009' } }],
  ])('is not touched by %s', (_what, change) => {
    expect(touchesPromise(job, { ...job, ...change })).toBe(false);
  });
});

import { describe, expect, test } from '@jest/globals';
import { wishedChange } from './wished-change.js';

const shift = (weekday: 1 | 3 | 5, start = '07:00', end = '11:00') => ({
  weekday,
  start,
  end,
  breakMinutes: 0,
});
const job = {
  weeklyShifts: [shift(1), shift(3), shift(5)],
  demands: { liftKg: 15, standing: 2 as const, noise: 1 as const, peopleContact: 0 as const, other: [] },
  danishLevel: 3 as const,
};

describe('what is tried at the desk', () => {
  test('sets only what is another than the job has', () => {
    expect(wishedChange(job, { liftKg: 15, standing: 2, danishLevel: 3, laterMinutes: 0 })).toEqual({});
    expect(wishedChange(job, { liftKg: 10, noise: 0, danishLevel: 1 })).toEqual({
      demands: { liftKg: 10, noise: 0 },
      danishLevel: 1,
    });
  });

  test('moves every shift, and keeps the hours that were not asked about', () => {
    expect(wishedChange(job, { laterMinutes: 120 })?.weeklyShifts).toEqual([
      shift(1, '09:00', '13:00'),
      shift(3, '09:00', '13:00'),
      shift(5, '09:00', '13:00'),
    ]);
  });

  test('spreads fewer hours over the days, later ones too', () => {
    const { weeklyShifts } = wishedChange(job, { laterMinutes: 120, weeklyMinutes: 540 })!;
    expect(weeklyShifts!.map(({ start, end }) => `${start}-${end}`)).toEqual([
      '09:00-12:00',
      '09:00-12:00',
      '09:00-12:00',
    ]);
    expect(wishedChange(job, { weeklyMinutes: 720 })).toEqual({});
  });

  test('is nothing where the hours have no place', () => {
    expect(wishedChange(job, { weeklyMinutes: 1200 })).toBeNull();
    expect(wishedChange(job, { laterMinutes: 1080 })).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import { weekly } from '../../../../test/builders/small-job.js';
import { standardRules } from '../rules.js';
import { paidWeekMinutes, withPaidMinutes } from './weekly-hours.js';

const limits = standardRules.changes;

describe('a week with other paid hours', () => {
  it('spreads the difference in quarters and keeps the breaks', () => {
    const longer = withPaidMinutes(weekly([1, 3, 5], '08:00', '12:00', 30), 690, limits);
    expect(longer?.map(({ end }) => end)).toEqual(['12:30', '12:15', '12:15']);
    expect(longer?.every(({ breakMinutes }) => breakMinutes === 30)).toBe(true);
    expect(paidWeekMinutes(longer ?? [])).toBe(690);
  });

  it('hits odd minutes exactly', () => {
    expect(paidWeekMinutes(withPaidMinutes(weekly([1, 3], '08:00', '12:00'), 487, limits) ?? [])).toBe(487);
    expect(paidWeekMinutes(withPaidMinutes(weekly([1, 3], '08:00', '12:00'), 433, limits) ?? [])).toBe(433);
  });

  it('does not run into the next shift, past midnight or beyond the longest shift', () => {
    const evening = weekly([1], '20:00', '22:00');
    expect(withPaidMinutes(evening, 240, limits)?.[0]?.end).toBe('24:00');
    expect(withPaidMinutes(evening, 241, limits)).toBeNull();
    const twice = [...weekly([1], '08:00', '10:00'), ...weekly([1], '10:30', '12:00')];
    expect(withPaidMinutes(twice, 420, limits)?.map(({ end }) => end)).toEqual(['10:30', '15:00']);
    expect(withPaidMinutes(weekly([1], '08:00', '12:00'), 481, limits)).toBeNull();
  });

  it('never reaches the hours that are refused, nor none at all', () => {
    const fiveDays = weekly([1, 2, 3, 4, 5], '08:00', '11:00');
    expect(withPaidMinutes(fiveDays, 1199, limits)).not.toBeNull();
    expect(withPaidMinutes(fiveDays, 1200, limits)).toBeNull();
    expect(withPaidMinutes(fiveDays, 0, limits)).toBeNull();
    expect(withPaidMinutes([], 300, limits)).toBeNull();
  });

  it('lets the last days go when each shift would be under an hour', () => {
    const shorter = withPaidMinutes(weekly([1, 3, 5], '08:00', '12:00'), 90, limits);
    expect(shorter?.map(({ weekday }) => weekday)).toEqual([1]);
    expect(paidWeekMinutes(shorter ?? [])).toBe(90);
  });
});

import { describe, expect, it } from '@jest/globals';
import { instantOf } from './local-time.js';
import {
  dayInWords,
  hoursInWords,
  instantInWords,
  kronerInWords,
  listInWords,
  moneyInWords,
  phoneInPairs,
  phoneInWords,
  timeInWords,
  weekInWords,
  weekdayName,
  weekdaysInWords,
} from './wording.js';

describe('a day', () => {
  it.each([
    ['2026-11-30', 'mandag den 30. november', 'Monday 30 November'],
    ['2026-12-01', 'tirsdag den 1. december', 'Tuesday 1 December'],
    ['2027-01-02', 'lørdag den 2. januar', 'Saturday 2 January'],
    ['2026-05-03', 'søndag den 3. maj', 'Sunday 3 May'],
  ])('%s is said in both languages', (date, danish, english) => {
    expect(dayInWords(date)).toBe(danish);
    expect(dayInWords(date, 'en')).toBe(english);
  });

  it('names every weekday, Monday first', () => {
    const week = [1, 2, 3, 4, 5, 6, 7];
    expect(week.map((day) => weekdayName(day)).join(' ')).toBe(
      'mandag tirsdag onsdag torsdag fredag lørdag søndag',
    );
    expect(week.map((day) => weekdayName(day, 'en'))[6]).toBe('Sunday');
  });

  it('names every month', () => {
    const months = Array.from({ length: 12 }, (_, at) =>
      dayInWords(`2026-${String(at + 1).padStart(2, '0')}-01`),
    );
    expect(months.map((words) => words.split(' ').at(-1))).toEqual(
      'januar februar marts april maj juni juli august september oktober november december'.split(' '),
    );
  });
});

describe('a time', () => {
  it.each([
    ['08:00', '8'],
    ['08:30', '8.30'],
    ['08:05', '8.05'],
    ['00:00', '0'],
    ['24:00', '24'],
    ['15:45', '15.45'],
  ])('%s is said "%s"', (time, words) => {
    expect(timeInWords(time)).toBe(words);
  });

  it('of an instant is the wall time in Copenhagen, summer and winter', () => {
    expect(instantInWords(instantOf('2026-11-30', '08:30'))).toBe('mandag den 30. november kl. 8.30');
    expect(instantInWords(instantOf('2026-07-01', '23:30'))).toBe('onsdag den 1. juli kl. 23.30');
    expect(instantInWords(instantOf('2026-11-30', '08:00'), 'en')).toBe('Monday 30 November at 8');
  });
});

describe('money', () => {
  it.each([
    [15_845, '158,45 kr.', 'DKK 158.45'],
    [16_000, '160,00 kr.', 'DKK 160.00'],
    [5, '0,05 kr.', 'DKK 0.05'],
    [0, '0,00 kr.', 'DKK 0.00'],
    [123_456_789, '1.234.567,89 kr.', 'DKK 1,234,567.89'],
    [-5_050, '-50,50 kr.', 'DKK -50.50'],
  ])('%i øre', (ore, danish, english) => {
    expect(moneyInWords(ore)).toBe(danish);
    expect(moneyInWords(ore, 'en')).toBe(english);
  });
});

describe('a phone number', () => {
  it('is eight digits at home and whole from abroad', () => {
    expect(phoneInWords('+4520123456')).toBe('20123456');
    expect(phoneInWords('+46701234567')).toBe('+46701234567');
  });
});

describe('a week', () => {
  const slot = (weekday: number, start = '08:00', end = '12:00') => ({ weekday, start, end });

  it.each([
    ['one day', [slot(1)], 'man kl. 8-12', 'Mon at 8-12'],
    ['two days', [slot(1), slot(3)], 'man og ons kl. 8-12', 'Mon and Wed at 8-12'],
    ['three days', [slot(1), slot(3), slot(5)], 'man, ons og fre kl. 8-12', 'Mon, Wed and Fri at 8-12'],
    ['days in any order', [slot(5), slot(1)], 'man og fre kl. 8-12', 'Mon and Fri at 8-12'],
    [
      'two sorts of hours',
      [slot(1), slot(6, '09:30', '11:00'), slot(2)],
      'man og tir kl. 8-12, og lør kl. 9.30-11',
      'Mon and Tue at 8-12, and Sat at 9.30-11',
    ],
    ['a night', [slot(7, '22:00', '06:00')], 'søn kl. 22-6', 'Sun at 22-6'],
    ['nothing', [], '', ''],
  ])('of %s', (_what, slots, danish, english) => {
    expect(weekInWords(slots)).toBe(danish);
    expect(weekInWords(slots, 'en')).toBe(english);
  });
});

describe('a length', () => {
  it.each([
    [0, '0 timer', '0 hours'],
    [45, '45 min.', '45 min.'],
    [60, '1 time', '1 hour'],
    [75, '1 time og 15 min.', '1 hour and 15 min.'],
    [120, '2 timer', '2 hours'],
    [165, '2 timer og 45 min.', '2 hours and 45 min.'],
  ])('of %d minutes', (minutes, danish, english) => {
    expect([hoursInWords(minutes), hoursInWords(minutes, 'en')]).toEqual([danish, english]);
  });
});

describe('kroner', () => {
  it('have øre only when there are some', () => {
    expect([294_900, 100_000, 0, 15_845, -5_000].map((ore) => kronerInWords(ore))).toEqual([
      '2.949 kr.',
      '1.000 kr.',
      '0 kr.',
      '158,45 kr.',
      '-50 kr.',
    ]);
    expect([kronerInWords(100_000, 'en'), kronerInWords(15_845, 'en')]).toEqual(['DKK 1,000', 'DKK 158.45']);
  });
});

describe('a number to call', () => {
  it('is read in pairs when it is Danish', () => {
    expect(['+4520123456', '20123456', '+46701234567'].map((phone) => phoneInPairs(phone))).toEqual([
      '20 12 34 56',
      '20 12 34 56',
      '+46701234567',
    ]);
  });
});

describe('several', () => {
  it('are joined as people say it', () => {
    const lists = [[], ['a'], ['a', 'b'], ['a', 'b', 'c']];
    expect(lists.map((names) => listInWords(names))).toEqual(['', 'a', 'a og b', 'a, b og c']);
    expect(listInWords(['a', 'b', 'c'], 'en')).toBe('a, b and c');
  });

  it.each([
    [[5, 1, 2, 3, 4], 'mandag til fredag', 'Monday to Friday'],
    [[3, 1], 'mandag og onsdag', 'Monday and Wednesday'],
    [[1, 2], 'mandag og tirsdag', 'Monday and Tuesday'],
    [[1, 3, 5], 'mandag, onsdag og fredag', 'Monday, Wednesday and Friday'],
    [[6], 'lørdag', 'Saturday'],
    [[], '', ''],
  ])('days %j', (days, danish, english) => {
    expect([weekdaysInWords(days), weekdaysInWords(days, 'en')]).toEqual([danish, english]);
  });
});

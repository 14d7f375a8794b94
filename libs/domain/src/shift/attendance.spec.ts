import { describe, expect, it } from '@jest/globals';
import { rowsOf } from '../../../../test/contracts/rows.js';
import { instantOf, slotInstants, type LocalDate, type LocalTime } from '../kernel/index.js';
import { checkArrival, countedMinutes, graceOf, plannedMinutes, stateOnArrival } from './attendance.js';
import type { Shift } from './shift.js';

const rows = rowsOf('0193c000-0000-7000-9000-000000000001');
const agreement = rows.agreement(rows.offer(rows.match('job', 'citizen'), 'company'));

const aShift = (
  {
    date = '2026-11-30',
    start = '08:00',
    end = '12:00',
  }: { date?: LocalDate; start?: LocalTime; end?: LocalTime },
  over: Partial<Shift> = {},
): Shift =>
  rows.shift(agreement, {
    date,
    start,
    end,
    ...slotInstants(date, { start, end }),
    flexibilityMinutes: 0,
    ...over,
  });

const at = (time: LocalTime, date = '2026-11-30') => instantOf(date, time);

describe('grace', () => {
  it.each([
    [0, 'PT15M', 'PT15M'],
    [15, 'PT15M', 'PT15M'],
    [16, 'PT15M', 'PT16M'],
    [120, 'PT15M', 'PT120M'],
    [0, 'PT2S', 'PT2S'],
  ])('with %i minutes agreed and %s by the ladder is %s', (flexibilityMinutes, ladder, expected) => {
    expect(graceOf(aShift({}, { flexibilityMinutes }), ladder).toString()).toBe(expected);
  });
});

describe('somebody arrives', () => {
  it.each([
    ['before the start', '07:45', 0, 'present'],
    ['at the start', '08:00', 0, 'present'],
    ['when the grace ends', '08:15', 0, 'present'],
    ['a minute later', '08:16', 0, 'late'],
    ['when what was agreed ends', '10:00', 120, 'present'],
    ['a minute after that', '10:01', 120, 'late'],
  ])('%s', (_what, time, flexibilityMinutes, state) => {
    expect(stateOnArrival(aShift({}, { flexibilityMinutes }), at(time), 'PT15M')).toBe(state);
  });

  it.each([
    ['three hours before', '05:00', undefined],
    ['a minute earlier than that', '04:59', 'shift.too-early'],
    ['in the last minute', '11:59', undefined],
    ['when the shift is over', '12:00', 'shift.times-invalid'],
  ])('%s: %s', (_what, time, code) => {
    const check = () => checkArrival(aShift({}), at(time), at('13:00'));
    if (code) expect(check).toThrow(expect.objectContaining({ code }));
    else expect(check).not.toThrow();
  });

  it('now, and never in the future', () => {
    expect(() => checkArrival(aShift({}), at('08:00'), at('08:00'))).not.toThrow();
    expect(() => checkArrival(aShift({}), at('08:01'), at('08:00'))).toThrow(
      expect.objectContaining({ code: 'shift.in-future' }),
    );
  });
});

describe('planned minutes', () => {
  it.each([
    ['an ordinary morning', {}, 0, 240],
    ['with a break', {}, 30, 210],
    ['with a break longer than the shift', {}, 300, 0],
    ['a night in November', { start: '22:00', end: '06:00' }, 0, 480],
    ['the night of 25 October 2026', { date: '2026-10-24', start: '22:00', end: '06:00' }, 0, 540],
    [
      'the night of 29 March 2026, with a break',
      { date: '2026-03-28', start: '22:00', end: '06:00' },
      30,
      390,
    ],
  ])('of %s are real minutes', (_what, when, breakMinutes, expected) => {
    expect(plannedMinutes(aShift(when, { breakMinutes }))).toBe(expected);
  });
});

describe('minutes that count', () => {
  const counted = (over: Partial<Shift>, when = {}) => countedMinutes(aShift(when, over));

  it.each([
    ['planned', 210],
    ['unconfirmed', 210],
    ['present', 210],
    ['late', 210],
    ['missed', 0],
    ['absent-reported', 0],
    ['cancelled', 0],
  ] as const)('of a shift that is %s, with nothing more known', (state, expected) => {
    expect(counted({ state, breakMinutes: 30 })).toBe(expected);
  });

  it.each([
    ['came early: from the start', { state: 'present', arrivedAt: at('07:30') }, 240],
    ['came within the grace: from the start', { state: 'present', arrivedAt: at('08:10') }, 240],
    ['came two hours late: from then', { state: 'late', arrivedAt: at('10:00') }, 120],
    ['left early', { state: 'present', leftAt: at('11:00') }, 180],
    ['stayed longer', { state: 'present', leftAt: at('12:30') }, 270],
    ['came late and left early', { state: 'late', arrivedAt: at('09:00'), leftAt: at('11:15') }, 135],
    ['came late, with a break', { state: 'late', arrivedAt: at('10:00'), breakMinutes: 30 }, 90],
    ['left early, with a break', { state: 'present', leftAt: at('11:00'), breakMinutes: 30 }, 150],
    ['left before a break could be', { state: 'present', leftAt: at('08:20'), breakMinutes: 30 }, 20],
    [
      'left when a break would have been all of it',
      { state: 'present', leftAt: at('08:30'), breakMinutes: 30 },
      30,
    ],
    ['left when it had not begun', { state: 'present', leftAt: at('07:00') }, 0],
  ] satisfies [string, Partial<Shift>, number][])('somebody %s', (_what, over, expected) => {
    expect(counted(over)).toBe(expected);
  });

  it.each(['missed', 'absent-reported', 'present', 'unconfirmed'] as const)(
    'were confirmed: they stand, also of a shift that is %s',
    (state) => {
      expect(counted({ state, confirmedMinutes: 75, leftAt: at('11:00') })).toBe(75);
      expect(counted({ state, confirmedMinutes: 0 })).toBe(0);
    },
  );

  it('of a night on which the clock changes are one hour more or less', () => {
    const night = { start: '22:00', end: '06:00' };
    expect(counted({ state: 'present' }, { ...night, date: '2026-10-24' })).toBe(540);
    expect(counted({ state: 'present' }, { ...night, date: '2026-03-28' })).toBe(420);
    const leftAt = at('03:00', '2026-10-25');
    expect(counted({ state: 'present', leftAt }, { ...night, date: '2026-10-24' })).toBe(360);
  });
});

import { describe, expect, test } from '@jest/globals';
import { rowsOf } from '../../../../test/contracts/rows.js';
import { instantOf, Temporal, type LocalTime } from '../kernel/index.js';
import { absentUntil, answersNow, arrivalIn, isSameAnswer, linkEndsAt } from './answers.js';
import { revised } from './revision.js';
import type { Shift } from './shift.js';

const rows = rowsOf('0193c000-0000-7000-9000-000000000009');
const agreement = rows.agreement(rows.offer(rows.match('job', 'citizen'), 'company'));
const shift = (over: Partial<Shift> = {}): Shift => rows.shift(agreement, over);
const on = (time: LocalTime, date = '2026-11-30') => instantOf(date, time);

describe('the buttons of a shift from 8 to 11', () => {
  test.each<[string, Temporal.Instant, Partial<Shift>, string[]]>([
    ['the evening before', on('18:00', '2026-11-29'), {}, ['cannot', 'call']],
    ['early in the morning', on('04:30'), {}, ['on-the-way', 'later', 'cannot', 'call']],
    ['three hours before', on('05:00'), {}, ['here', 'on-the-way', 'later', 'cannot', 'call']],
    ['in the last minute', on('10:59'), {}, ['here', 'on-the-way', 'later', 'cannot', 'call']],
    ['when it is over', on('11:00'), {}, []],
    ['not seen', on('08:30'), { state: 'unconfirmed' }, ['here', 'on-the-way', 'later', 'cannot', 'call']],
    ['arrived', on('08:30'), { state: 'present' }, ['call']],
    [
      'called off by the citizen',
      on('08:30'),
      { state: 'absent-reported' },
      ['here', 'on-the-way', 'later', 'call'],
    ],
    ['called off the evening before', on('18:00', '2026-11-29'), { state: 'absent-reported' }, ['call']],
    ['cancelled', on('08:30'), { state: 'cancelled' }, []],
    ['confirmed', on('08:30'), { confirmedAt: on('08:29'), confirmedMinutes: 180 }, []],
  ])('%s', (_when, now, over, answers) => {
    expect(answersNow(shift(over), now)).toEqual(answers);
  });
});

describe('the same answer twice', () => {
  const said = shift({
    evidence: [{ by: 'citizen', says: 'later', at: on('07:30').toString(), minutes: 30 }],
  });
  test.each<[string, 'later' | 'on-the-way', number, LocalTime, boolean]>([
    ['within two minutes', 'later', 30, '07:31', true],
    ['later on is news', 'later', 30, '07:32', false],
    ['other minutes are news', 'later', 60, '07:31', false],
    ['another word is news', 'on-the-way', 30, '07:31', false],
  ])('%s', (_what, says, minutes, time, same) => {
    expect(isSameAnswer(said, says, minutes, on(time))).toBe(same);
  });

  test('what the workplace says between is no answer of the citizen', () => {
    const between = {
      ...said,
      evidence: [
        ...said.evidence,
        { by: 'workplace' as const, says: 'later' as const, at: on('07:30').toString(), minutes: 15 },
      ],
    };
    expect(isSameAnswer(between, 'later', 30, on('07:31'))).toBe(true);
  });
});

describe('late', () => {
  test('is after the agreed flexibility, not after the start', () => {
    expect(arrivalIn(shift({ flexibilityMinutes: 30 }), 30, on('08:00')).isLate).toBe(false);
    expect(arrivalIn(shift({ flexibilityMinutes: 30 }), 31, on('08:00')).isLate).toBe(true);
  });
});

describe('a link to a shift', () => {
  test.each([
    ['a morning', '2026-11-30', '11:00', '2026-12-01T00:00'],
    ['until midnight', '2026-11-30', '24:00', '2026-12-01T00:00'],
    ['a night', '2026-12-01', '06:00', '2026-12-02T00:00'],
    ['the day of 25 hours', '2026-10-25', '11:00', '2026-10-26T00:00'],
  ])('%s ends with its day', (_what, date, end, expected) => {
    const endsAt = linkEndsAt({ endsAt: on(end, date) });
    expect(endsAt.toZonedDateTimeISO('Europe/Copenhagen').toPlainDateTime().toString().slice(0, 16)).toBe(
      expected,
    );
  });
});

describe('how long somebody cannot', () => {
  test.each([
    ['today', '2026-12-02', '2026-12-02'],
    ['week', '2026-12-02', '2026-12-06'],
    ['week', '2026-12-06', '2026-12-06'],
    ['unknown', '2026-12-02', null],
  ] as const)('%s from %s is until %s', (span, date, until) => {
    expect(absentUntil(date, span)).toBe(until);
  });
});

describe('the version of a shift in calendars', () => {
  const before = shift({ revision: 4 });
  test.each<[string, Partial<Shift>, number]>([
    ['nothing that a calendar shows', { state: 'present', arrivedAt: on('08:05') }, 4],
    ['another time', { startsAt: on('09:00') }, 5],
    ['another end', { endsAt: on('12:00') }, 5],
    ['cancelled', { state: 'cancelled' }, 5],
    ['called off', { state: 'absent-reported' }, 5],
  ])('%s', (_what, change, revision) => {
    expect(revised(before, { ...before, ...change }).revision).toBe(revision);
  });

  test('on again is a new version, called off twice is not', () => {
    const off = shift({ state: 'absent-reported', revision: 1 });
    expect(revised(off, { ...off, state: 'planned' }).revision).toBe(2);
    expect(revised(off, { ...off, state: 'cancelled' }).revision).toBe(1);
  });
});

import { describe, expect, it } from '@jest/globals';
import { instantOf } from '../kernel/index.js';
import { awaitedLater, laterThan, minutesUntil } from './expected.js';
import type { Evidence, Shift } from './shift.js';
import { isAskedOfWorkplace, workplaceButtons } from './workplace-buttons.js';

const DAY = '2026-11-30';
const at = (time: string, day = DAY) => instantOf(day, time);
const said = (
  by: Evidence['by'],
  says: Evidence['says'],
  time: string,
  minutes: number | null = null,
): Evidence => ({
  by,
  says,
  at: at(time).toString(),
  minutes,
});
/** Monday from 8 to 12. */
const shift = (over: Partial<Shift> = {}): Shift => ({
  id: '0199a1b2-0000-7000-8000-000000000001',
  municipalityId: 'vejle',
  agreementId: 'agreement',
  smallJobId: 'job',
  citizenId: 'jonas',
  companyId: 'frugt',
  paid: true,
  task: null,
  date: DAY,
  start: '08:00',
  end: '12:00',
  breakMinutes: 0,
  startsAt: at('08:00'),
  endsAt: at('12:00'),
  flexibilityMinutes: 0,
  number: 1,
  state: 'planned',
  arrivedAt: null,
  leftAt: null,
  absence: null,
  evidence: [],
  workplaceAskedAt: null,
  cancelReason: null,
  confirmedMinutes: null,
  confirmedAt: null,
  wellDoneAt: null,
  revision: 0,
  ...over,
});

describe('the four buttons of a shift', () => {
  const here = { state: 'present' as const, arrivedAt: at('08:00') };
  it.each([
    ['the day before: none', shift(), at('20:00', '2026-11-29'), []],
    ['early in the morning: only later', shift(), at('04:59'), ['later']],
    ['three hours before: here too', shift(), at('05:00'), ['here', 'later']],
    ['when it has begun: all four', shift(), at('08:00'), ['here', 'later', 'not-here', 'well-done']],
    [
      'in doubt: all four',
      shift({ state: 'unconfirmed' }),
      at('08:20'),
      ['here', 'later', 'not-here', 'well-done'],
    ],
    ['said not to be here: here or later', shift({ state: 'missed' }), at('08:20'), ['here', 'later']],
    [
      'said to be here by the workplace: well done',
      shift({ ...here, evidence: [said('workplace', 'here', '08:01')] }),
      at('09:00'),
      ['well-done'],
    ],
    [
      'said to be here by the citizen alone: the workplace may know better',
      shift({ ...here, evidence: [said('citizen', 'here', '08:01')] }),
      at('09:00'),
      ['not-here', 'well-done'],
    ],
    ['cannot come: may come after all', shift({ state: 'absent-reported' }), at('09:00'), ['here']],
    [
      'over, and nobody said anything: well done',
      shift({ state: 'unconfirmed' }),
      at('12:00'),
      ['well-done'],
    ],
    [
      'praised: nothing more',
      shift({ ...here, wellDoneAt: at('11:00'), evidence: [said('workplace', 'here', '08:01')] }),
      at('12:30'),
      [],
    ],
    ['two weeks later: none', shift({ state: 'present' }), at('12:00', '2026-12-14'), []],
    ['cancelled: none', shift({ state: 'cancelled' }), at('09:00'), []],
  ])('%s', (_, row, now, expected) => {
    expect(workplaceButtons(row, now)).toEqual(expected);
  });
});

describe('whether somebody has come', () => {
  const asked = { state: 'unconfirmed', workplaceAskedAt: at('08:20') } as const;
  it.each([
    ['is asked while nobody knows', shift(asked), false, at('08:30'), true],
    ['is not asked when somebody is on it', shift(asked), true, at('08:30'), false],
    ['is not asked when the shift is over', shift(asked), false, at('12:00'), false],
    ['is not asked before the workplace was', shift({ state: 'unconfirmed' }), false, at('08:30'), false],
    ['is not asked of whoever is here', shift({ ...asked, state: 'late' }), false, at('08:30'), false],
  ])('%s', (_, row, isFollowedUp, now, expected) => {
    expect(isAskedOfWorkplace(row, isFollowedUp, now)).toBe(expected);
  });
});

describe('somebody who comes later', () => {
  it.each([
    ['before the start, from the start', at('07:00'), { minutes: 30 }, at('08:30')],
    ['after it, from now', at('08:20'), { minutes: 30 }, at('08:50')],
    ['an hour, when nothing is said', at('08:20'), {}, at('09:20')],
    ['at a time', at('07:00'), { at: '09:15' }, at('09:15')],
  ])('%s', (_, now, later, expected) => {
    expect(laterThan(shift(), later, now).toString()).toBe(expected.toString());
  });

  it('after midnight belongs to the next day of a night shift', () => {
    const night = shift({
      start: '22:00',
      end: '06:00',
      startsAt: at('22:00'),
      endsAt: at('06:00', '2026-12-01'),
    });
    expect(laterThan(night, { at: '01:30' }, at('21:00')).toString()).toBe(
      at('01:30', '2026-12-01').toString(),
    );
  });

  it('is awaited until the person is here, never earlier than promised', () => {
    const now = at('08:20').add({ seconds: 20 });
    expect(minutesUntil(at('08:50'), now)).toBe(30);
    const evidence = [said('workplace', 'later', '08:20', 30), said('citizen', 'on-the-way', '08:25', 10)];
    expect(awaitedLater(shift({ evidence }))?.toString()).toBe(at('08:50').toString());
    expect(awaitedLater(shift({ evidence, state: 'late' }))).toBeNull();
    expect(awaitedLater(shift())).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import { rowsOf } from '../../../../test/contracts/rows.js';
import { instantOf } from '../kernel/index.js';
import type { Staff } from '../staff/index.js';
import type { DutyTurn, StaffLeave } from './duty-turn.js';
import { onDutyList, whoIsAsked, whyAway, type Crew } from './who-is-asked.js';

const DAY = '2026-11-30';
const rows = rowsOf('0193c000-0000-7000-9000-000000000001');
const hours = { weekdays: [1, 2, 3, 4, 5] as Staff['contactHours']['weekdays'], from: '07:00', to: '16:00' };
const person = (name: string, over: Partial<Staff> = {}) =>
  rows.staff({
    name,
    phone: '+4520000001',
    active: true,
    teamId: null,
    deputyId: null,
    contactHours: hours,
    ...over,
  });
const lars = person('Lars');
const mette = person('Mette', { deputyId: lars.id });
const birgit = person('Birgit', { role: 'leader' });
const ole = person('Ole');

const turn = (staff: Staff, from = '00:00', to = '24:00', over: Partial<DutyTurn> = {}): DutyTurn => ({
  id: `turn-${staff.name}`,
  municipalityId: staff.municipalityId,
  teamId: null,
  staffId: staff.id,
  from: instantOf(DAY, from),
  to: instantOf(DAY, to),
  removedAt: null,
  ...over,
});
const leave = (staff: Staff, standIn: Staff, over: Partial<StaffLeave> = {}): StaffLeave => ({
  id: `leave-${staff.name}`,
  municipalityId: staff.municipalityId,
  staffId: staff.id,
  standInId: standIn.id,
  from: DAY,
  to: DAY,
  byStaffId: staff.id,
  at: instantOf(DAY, '06:00'),
  takenBackAt: null,
  ...over,
});
const crew = (over: Partial<Crew> = {}): Crew => ({
  now: instantOf(DAY, '09:00'),
  staff: [lars, mette, birgit, ole],
  leaves: [],
  turns: [],
  holidays: new Set(),
  ...over,
});
const asked = (...[who, one, heard]: [Parameters<typeof whoIsAsked>[0], Crew, Set<string>?]) => {
  const found = whoIsAsked(who, mette, one, heard);
  return found && [found.staff.name, found.insteadOf];
};

describe('the contact', () => {
  it('is asked who is here', () => {
    expect(asked('contact', crew())).toEqual(['Mette', null]);
  });

  it.each([
    ['on leave: whoever answers meanwhile', crew({ leaves: [leave(mette, ole)] }), ['Ole', 'leave']],
    [
      'and that one too: the deputy',
      crew({ leaves: [leave(mette, ole), leave(ole, birgit)] }),
      ['Lars', 'leave'],
    ],
    [
      'and the deputy as well: who is on duty',
      crew({ leaves: [leave(mette, lars), leave(lars, mette)], turns: [turn(ole)] }),
      ['Ole', 'leave'],
    ],
    [
      'and nobody is: a leader',
      crew({ leaves: [leave(mette, lars), leave(lars, mette)] }),
      ['Birgit', 'leave'],
    ],
    [
      'and no leader is left: nobody, and the list it is',
      crew({ staff: [lars, mette], leaves: [leave(mette, lars), leave(lars, mette)] }),
      null,
    ],
    [
      'taken back: the contact',
      crew({ leaves: [leave(mette, ole, { takenBackAt: instantOf(DAY, '08:00') })] }),
      ['Mette', null],
    ],
    [
      'yesterday: the contact',
      crew({ leaves: [leave(mette, ole, { from: '2026-11-01', to: '2026-11-29' })] }),
      ['Mette', null],
    ],
    [
      'in the evening: who is on duty',
      crew({ now: instantOf(DAY, '19:00'), turns: [turn(ole)] }),
      ['Ole', 'off-hours'],
    ],
    [
      'in the evening with nobody on duty: still the contact',
      crew({ now: instantOf(DAY, '19:00') }),
      ['Mette', null],
    ],
  ])('%s', (_what, one, expected) => {
    expect(asked('contact', one)).toEqual(expected);
  });

  it('who is busy is answered for by whom they named', () => {
    const busy = { ...mette, busyUntil: instantOf(DAY, '10:00'), busyDeputyId: ole.id };
    const found = whoIsAsked('contact', busy, crew({ staff: [lars, busy, birgit, ole] }));
    expect([found?.staff.name, found?.insteadOf]).toEqual(['Ole', 'busy']);
  });
});

describe('the second step', () => {
  it.each([
    ['is the deputy’s', crew(), new Set<string>(), ['Lars', null]],
    ['is the contact’s who was away at the first', crew(), new Set([lars.id]), ['Mette', 'has-heard']],
    [
      'is never the absent contact’s',
      crew({ leaves: [leave(mette, lars)] }),
      new Set([lars.id]),
      ['Birgit', 'has-heard'],
    ],
    [
      'is for who is on duty when the deputy is away',
      crew({ leaves: [leave(lars, ole)], turns: [turn(ole)] }),
      new Set([mette.id]),
      ['Ole', 'leave'],
    ],
    [
      'is nobody’s when everybody has heard or is away',
      crew({ staff: [lars, mette], leaves: [leave(lars, mette)] }),
      new Set([mette.id]),
      null,
    ],
  ])('%s', (_what, one, heard, expected) => {
    expect(asked('deputy', one, heard)).toEqual(expected);
  });
});

describe('who is on duty', () => {
  it.each([
    ['in the first minute', '16:00', 'Ole'],
    ['in the last', '19:59', 'Ole'],
    ['not when it ends', '20:00', undefined],
    ['not before', '15:59', undefined],
  ])('%s', (_what, time, name) => {
    const one = crew({ now: instantOf(DAY, time), turns: [turn(ole, '16:00', '20:00')] });
    expect(onDutyList(one, null)?.name).toBe(name);
  });

  it('is the one of the team before the one of all teams, and none of another team', () => {
    const [team, other] = ['0193c000-0000-7000-9000-00000000000a', '0193c000-0000-7000-9000-00000000000b'];
    const turns = [turn(birgit), turn(ole, '00:00', '24:00', { teamId: team })];
    expect(onDutyList(crew({ turns }), team)?.name).toBe('Ole');
    expect(onDutyList(crew({ turns }), other)?.name).toBe('Birgit');
  });

  it('is nobody who is away, or was taken off the list', () => {
    expect(onDutyList(crew({ turns: [turn(ole)], leaves: [leave(ole, lars)] }), null)).toBeNull();
    expect(
      onDutyList(
        crew({ turns: [turn(ole, '00:00', '24:00', { removedAt: instantOf(DAY, '08:00') })] }),
        null,
      ),
    ).toBeNull();
    expect(asked('duty', crew())).toEqual(['Birgit', null]);
  });
});

describe('a leader', () => {
  it('is asked again who was asked as a stand-in: then nobody has taken it', () => {
    expect(asked('leader', crew(), new Set([birgit.id]))).toEqual(['Birgit', null]);
  });

  it('where there is none, is whoever is on duty, and else nobody', () => {
    const without = { staff: [lars, mette, ole] };
    expect(asked('leader', crew({ ...without, turns: [turn(ole)] }))).toEqual(['Ole', 'left']);
    expect(asked('leader', crew(without))).toBeNull();
  });
});

it('says why somebody is away', () => {
  expect(whyAway({ ...mette, active: false }, crew())).toBe('left');
  expect(whyAway(mette, crew({ leaves: [leave(mette, lars)] }))).toBe('leave');
  expect(whyAway({ ...mette, busyUntil: instantOf(DAY, '09:01') }, crew())).toBe('busy');
  expect(whyAway({ ...mette, busyUntil: instantOf(DAY, '09:00') }, crew())).toBeNull();
});

import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../kernel/index.js';
import { deskActionsNow } from './desk-actions.js';
import { strongestEvidence } from './evidence.js';
import type { Evidence, Shift } from './shift.js';

const shift = (over: Partial<Shift> = {}): Shift =>
  ({
    state: 'planned',
    date: '2026-11-30',
    startsAt: Temporal.Instant.from('2026-11-30T07:00:00Z'),
    endsAt: Temporal.Instant.from('2026-11-30T11:00:00Z'),
    evidence: [],
    confirmedAt: null,
    wellDoneAt: null,
    ...over,
  }) as Shift;
const at = (time: string) => Temporal.Instant.from(`2026-11-${time}:00Z`);

describe('what a consultant can do about a shift', () => {
  it.each<[string, string, Partial<Shift>, string[]]>([
    ['days before', '20T08:00', {}, ['later', 'report-absence', 'move', 'cancel']],
    ['an hour before', '30T06:00', {}, ['check-in', 'later', 'report-absence', 'move', 'cancel']],
    [
      'while it runs and nobody has said anything',
      '30T08:00',
      { state: 'unconfirmed' },
      ['check-in', 'later', 'not-here', 'attendance', 'report-absence', 'well-done', 'move', 'cancel'],
    ],
    ['when the person has come', '30T08:00', { state: 'present' }, ['not-here', 'attendance', 'well-done']],
    [
      'when nobody was there and it is over',
      '30T12:00',
      { state: 'missed' },
      ['attendance', 'report-absence', 'move', 'cancel'],
    ],
    [
      'when the person cannot come',
      '30T08:00',
      { state: 'absent-reported' },
      ['check-in', 'attendance', 'move', 'cancel'],
    ],
    ['when it is cancelled', '30T08:00', { state: 'cancelled' }, []],
    ['when the hours stand', '30T12:00', { state: 'present', confirmedAt: at('30T11:30') }, ['well-done']],
    [
      'when the hours stand of a day nobody spoke of',
      '30T12:00',
      { state: 'unconfirmed', confirmedAt: at('30T11:30'), wellDoneAt: at('30T11:30') },
      [],
    ],
  ])('%s', (_when, time, over, expected) => {
    expect(deskActionsNow(shift(over), at(time))).toEqual(expected);
  });
});

describe('the evidence that decides', () => {
  const said = (by: Evidence['by'], says: Evidence['says']): Evidence => ({
    by,
    says,
    at: '2026-11-30T08:00:00Z',
    minutes: null,
  });

  it('is the word of the workplace, whatever came after it', () => {
    const words = [said('workplace', 'not-here'), said('contact', 'here'), said('citizen', 'here')];
    expect(strongestEvidence({ evidence: words })).toBe(words[0]);
  });

  it('is the newest of equally strong ones', () => {
    const words = [said('contact', 'not-here'), said('contact', 'here')];
    expect(strongestEvidence({ evidence: words })).toBe(words[1]);
  });

  it('is none while the person is only on the way', () => {
    expect(strongestEvidence({ evidence: [said('citizen', 'on-the-way'), said('workplace', 'later')] })).toBe(
      null,
    );
  });
});

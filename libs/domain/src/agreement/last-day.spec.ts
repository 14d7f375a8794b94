import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../kernel/index.js';
import { lastDayStep, type LastDayNotice } from './last-day.js';

/** A Friday, in winter time. */
const lastDay = '2026-12-04';
const at = (instant: string) => Temporal.Instant.from(instant);
const asked: LastDayNotice = { lastDay, askedAt: '2026-11-20T08:00:00Z', toldAt: null };
const told: LastDayNotice = { ...asked, toldAt: '2026-11-27T08:00:00Z' };
const afternoon = at('2026-12-04T11:00:00Z');
const wait = (until: string) => ({ step: 'wait', until: at(until) });

describe('the last day of a job', () => {
  it.each<[string, LastDayNotice | null, Temporal.Instant | null, string, object]>([
    ['waits for the day of the talk', null, afternoon, '2026-11-20T07:59:59Z', wait('2026-11-20T08:00:00Z')],
    ['is on the list two weeks before', null, afternoon, '2026-11-20T08:00:00Z', { step: 'ask' }],
    ['waits for the week before', asked, afternoon, '2026-11-27T07:59:59Z', wait('2026-11-27T08:00:00Z')],
    ['is told a week before', asked, afternoon, '2026-11-27T08:00:00Z', { step: 'tell' }],
    ['is worked to its end', told, afternoon, '2026-12-04T22:59:59Z', wait('2026-12-04T23:00:00Z')],
    ['has passed at midnight', told, afternoon, '2026-12-04T23:00:00Z', { step: 'end' }],
    ['has passed when nothing was planned', told, null, '2026-12-04T23:00:00Z', { step: 'end' }],
    [
      'lasts as long as its night shift',
      told,
      at('2026-12-05T05:00:00Z'),
      '2026-12-05T04:59:59Z',
      wait('2026-12-05T05:00:00Z'),
    ],
    [
      'that was told of too late does not end on the same day',
      { ...asked, toldAt: '2026-12-07T12:00:00Z' },
      afternoon,
      '2026-12-07T12:00:00Z',
      wait('2026-12-07T23:00:00Z'),
    ],
    [
      'that has moved begins anew',
      { ...told, lastDay: '2026-11-27' },
      afternoon,
      '2026-11-27T12:00:00Z',
      { step: 'ask' },
    ],
  ])('%s', (_what, notice, ends, now, expected) => {
    expect(lastDayStep(lastDay, notice, ends, at(now))).toEqual(expected);
  });
});

import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../kernel/index.js';
import { isUnpaidOnly, unpaidStanding, wantsTalk } from './unpaid.js';

const signedAt = Temporal.Instant.from('2026-10-01T08:00:00Z');
const began = (
  startDate: string,
  paidFrom: string,
  endedOn?: string,
): Parameters<typeof unpaidStanding>[0][number] => ({
  state: endedOn ? 'ended' : 'signed',
  startDate,
  paidFrom,
  signedAt,
  endedAt: endedOn ? Temporal.Instant.from(`${endedOn}T12:00:00Z`) : null,
});
const on = (...agreements: ReturnType<typeof began>[]) => unpaidStanding(agreements, '2026-11-20');

describe('how unpaid weeks turn into paid hours', () => {
  it.each([
    ['paid from the start', began('2026-11-02', '2026-11-02'), { paidNow: 1 }],
    ['unpaid until today', began('2026-11-02', '2026-11-21'), { unpaidNow: 1 }],
    ['paid from today', began('2026-11-02', '2026-11-20'), { paidNow: 1, becamePaid: 1 }],
    ['ended unpaid', began('2026-10-01', '2026-11-02', '2026-10-20'), { neverPaid: 1 }],
    ['ended after it was paid', began('2026-10-01', '2026-10-10', '2026-10-20'), { becamePaid: 1 }],
    ['has not begun', began('2026-11-21', '2026-12-01'), {}],
  ])('%s', (_what, agreement, counts) => {
    expect(on(agreement)).toEqual({ paidNow: 0, unpaidNow: 0, becamePaid: 0, neverPaid: 0, ...counts });
  });

  it('leaves out what was never signed', () => {
    const draft = { ...began('2026-10-01', '2026-11-02', '2026-10-20'), signedAt: null };
    expect(on(draft).neverPaid).toBe(0);
  });

  it('warns where somebody is there and nobody is paid', () => {
    const unpaid = began('2026-11-02', '2026-12-01');
    expect(isUnpaidOnly(on(unpaid))).toBe(true);
    expect(isUnpaidOnly(on(unpaid, began('2026-11-02', '2026-11-02')))).toBe(false);
    expect(isUnpaidOnly(on())).toBe(false);
  });

  it('wants a talk when it has led to nothing twice, and more often than to pay', () => {
    const nothing = began('2026-10-01', '2026-11-02', '2026-10-20');
    const paid = began('2026-10-01', '2026-10-10');
    expect(wantsTalk(on(nothing))).toBe(false);
    expect(wantsTalk(on(nothing, nothing))).toBe(true);
    expect(wantsTalk(on(nothing, nothing, paid, paid))).toBe(false);
  });
});

import {
  addDays,
  countedMinutes,
  instantOf,
  plannedMinutes,
  shiftStates,
  slotInstants,
  stateOnArrival,
  type Shift,
  type ShiftState,
} from '#domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rowsOf } from '../contracts/rows.js';

const rows = rowsOf('0193c000-0000-7000-9000-000000000001');
const agreement = rows.agreement(rows.offer(rows.match('job', 'citizen'), 'company'));
const asTime = (hours: number) => `${String(hours).padStart(2, '0')}:00`;

/** Shifts by day and by night, many of them in the nights when the clock changes. */
const shift = fc
  .record({
    date: fc.oneof(
      fc.constantFrom('2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2027-03-27', '2027-10-30'),
      fc.integer({ min: 0, max: 729 }).map((days) => addDays('2026-01-01', days)),
    ),
    from: fc.constantFrom(4, 8, 13, 20, 22),
    hours: fc.integer({ min: 1, max: 9 }),
    breakMinutes: fc.constantFrom(0, 15, 30),
    flexibilityMinutes: fc.constantFrom(0, 30, 120),
    paid: fc.boolean(),
  })
  .map(({ date, from, hours, ...rest }): Shift => {
    const slot = { start: asTime(from), end: asTime((from + hours) % 24) };
    return rows.shift(agreement, { date, ...slot, ...slotInstants(date, slot), ...rest });
  });
const state = fc.constantFrom<ShiftState>(...(shiftStates.states as ShiftState[]));
const minutes = fc.integer({ min: -120, max: 700 });

describe('minutes that count', () => {
  it('are whole, never below nothing, and never more than was planned when somebody left on time', () => {
    fc.assert(
      fc.property(shift, state, minutes, (row, is, late) => {
        const counted = countedMinutes({ ...row, state: is, arrivedAt: row.startsAt.add({ minutes: late }) });
        expect(Number.isInteger(counted) && counted >= 0).toBe(true);
        expect(counted).toBeLessThanOrEqual(plannedMinutes(row));
      }),
    );
  });

  it('never grow by coming later, and never shrink by staying longer', () => {
    fc.assert(
      fc.property(shift, minutes, fc.nat({ max: 120 }), minutes, (row, arrived, more, left) => {
        const leftAt = row.startsAt.add({ minutes: left });
        const came = (after: number) =>
          countedMinutes({ ...row, state: 'late', leftAt, arrivedAt: row.startsAt.add({ minutes: after }) });
        const bound = row.breakMinutes;
        expect(came(arrived + more)).toBeLessThanOrEqual(came(arrived) + bound);
        const stayed = (after: number) =>
          countedMinutes({ ...row, state: 'present', leftAt: leftAt.add({ minutes: after }) });
        expect(stayed(more)).toBeGreaterThanOrEqual(stayed(0) - bound);
      }),
    );
  });

  it('are the plan when everything went as planned', () => {
    fc.assert(
      fc.property(shift, (row) => {
        for (const is of ['planned', 'unconfirmed', 'present'] as const) {
          expect(countedMinutes({ ...row, state: is })).toBe(plannedMinutes(row));
        }
      }),
    );
  });

  it('are what was confirmed, whatever else is known', () => {
    fc.assert(
      fc.property(shift, state, fc.nat({ max: 900 }), (row, is, confirmedMinutes) => {
        expect(countedMinutes({ ...row, state: is, confirmedMinutes })).toBe(confirmedMinutes);
      }),
    );
  });

  it('are nothing for a shift that did not take place', () => {
    fc.assert(
      fc.property(shift, minutes, (row, left) => {
        for (const is of ['cancelled', 'missed', 'absent-reported'] as const) {
          expect(countedMinutes({ ...row, state: is, leftAt: row.startsAt.add({ minutes: left }) })).toBe(0);
        }
      }),
    );
  });
});

describe('late', () => {
  it('is after the larger of grace and flexibility, and once late is late from then on', () => {
    fc.assert(
      fc.property(
        shift,
        fc.integer({ min: -180, max: 400 }),
        fc.integer({ min: 0, max: 60 }),
        (row, after, grace) => {
          const is = stateOnArrival(row, row.startsAt.add({ minutes: after }), `PT${grace}M`);
          expect(is).toBe(after > Math.max(grace, row.flexibilityMinutes) ? 'late' : 'present');
        },
      ),
    );
  });

  it('is measured in real time on the night the clock changes', () => {
    const slot = { start: '01:50', end: '06:00' };
    const row = rows.shift(agreement, {
      date: '2026-10-25',
      ...slot,
      ...slotInstants('2026-10-25', slot),
      flexibilityMinutes: 0,
    });
    const firstTwo = instantOf('2026-10-25', '02:00');
    expect(stateOnArrival(row, firstTwo, 'PT15M')).toBe('present');
    expect(stateOnArrival(row, firstTwo.add({ hours: 1 }), 'PT15M')).toBe('late');
  });
});

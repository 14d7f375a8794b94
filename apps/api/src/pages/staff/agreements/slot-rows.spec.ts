import { describe, expect, it } from '@jest/globals';
import { FormView, readForm } from '../../frame/form/index.js';
import { HoursForm } from './change-hours-view.js';
import { paidRows, paidSlots, unpaidSlots } from './slot-rows.js';

const paid = (rows: [number, string, string, string?][]) =>
  paidSlots(
    readForm(HoursForm, {
      fra: '2026-12-07',
      ...Object.fromEntries(
        rows.flatMap(([dag, fra, til, pause = ''], at) => [
          [`uge.${at}.dag`, String(dag)],
          [`uge.${at}.fra`, fra],
          [`uge.${at}.til`, til],
          [`uge.${at}.pause`, pause],
        ]),
      ),
    }).uge,
  );
const faultAt = (path: string) => expect.objectContaining({ faults: [expect.objectContaining({ path })] });

describe('a week as it is typed', () => {
  it('is the days with times; empty days are days without work', () => {
    expect(
      paid([
        [1, '8', '12.30', '15'],
        [2, '', ''],
        [3, '08:00', '24:00'],
      ]),
    ).toEqual([
      { weekday: 1, start: '08:00', end: '12:30', breakMinutes: 15 },
      { weekday: 3, start: '08:00', end: '24:00', breakMinutes: 0 },
    ]);
  });

  it('says which field is missing in its own line', () => {
    expect(() =>
      paid([
        [1, '8', '12'],
        [2, '9', ''],
      ]),
    ).toThrow(faultAt('uge.1.til'));
    expect(() => paid([[4, '', '12']])).toThrow(faultAt('uge.0.fra'));
  });

  it('has no pause as long as the shift', () => {
    expect(() => paid([[1, '8', '9', '60']])).toThrow(faultAt('uge.0.pause'));
    expect(paid([[1, '22', '2', '60']])).toHaveLength(1);
  });

  it('shows every day once, and one with two shifts twice', () => {
    const slot = (weekday: 1 | 2, start: string, end: string) => ({ weekday, start, end, breakMinutes: 0 });
    const rows = paidRows(new FormView('da'), [slot(1, '08:00', '10:00'), slot(1, '12:00', '14:00')]);
    expect(rows.map(({ weekday, from }) => [weekday, from.value]).slice(0, 3)).toEqual([
      ['Mandag', '08:00'],
      ['Mandag', '12:00'],
      ['Tirsdag', ''],
    ]);
    expect(rows).toHaveLength(8);
  });
});

describe('unpaid hours', () => {
  it('are whole lines or nothing', () => {
    expect(unpaidSlots([{}, { dag: 2, fra: '08:00', til: '10:00', opgave: 'Opvask' }])).toEqual([
      { weekday: 2, start: '08:00', end: '10:00', task: 'Opvask' },
    ]);
    expect(() => unpaidSlots([{ dag: 2, fra: '08:00', til: '10:00' }])).toThrow(faultAt('ulon.0.opgave'));
  });
});

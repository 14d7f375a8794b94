import { addDays, firstAllowed, instantOf, localTimeOf, minutesOfDay, Temporal } from '#domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const changes = ['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'];
const asTime = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Quiet hours that leave at least an hour and a half in which anything may be said. */
const quietHours = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1350 }))
  .map(([from, length]) => ({ from: asTime(from), to: asTime((from + length) % 1440) }));
const usual = fc.constant({ from: '20:00', to: '07:00' });
const quiet = fc.oneof(usual, quietHours);

/** Any moment, most of them in the nights when the clock changes. */
const moment = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...changes),
      fc.integer({ min: -1000, max: 2000 }),
      fc.integer({ min: 0, max: 59_999 }),
    )
    .map(([date, minutes, milliseconds]) => instantOf(date, '00:00').add({ minutes }).add({ milliseconds })),
  fc
    .integer({ min: 1_767_225_600_000, max: 1_830_297_600_000 })
    .map((at) => Temporal.Instant.fromEpochMilliseconds(at)),
);

/** By hand: is this wall minute one of theirs? */
function isQuiet(at: Temporal.Instant, { from, to }: { from: string; to: string }): boolean {
  const time = localTimeOf(at);
  return from < to ? time >= from && time < to : from > to && (time >= from || time < to);
}

describe('quiet hours', () => {
  it('never let anything out within them', () => {
    fc.assert(
      fc.property(moment, quiet, (wanted, hours) => {
        expect(isQuiet(firstAllowed(wanted, hours), hours)).toBe(false);
      }),
      { numRuns: 1500 },
    );
  });

  it('never let anything out earlier than wanted, and at once what may go', () => {
    fc.assert(
      fc.property(moment, quiet, (wanted, hours) => {
        const at = firstAllowed(wanted, hours);
        expect(Temporal.Instant.compare(at, wanted)).toBeGreaterThanOrEqual(0);
        expect(at.equals(wanted)).toBe(!isQuiet(wanted, hours));
      }),
      { numRuns: 1500 },
    );
  });

  it('asked twice say the same', () => {
    fc.assert(
      fc.property(moment, quiet, (wanted, hours) => {
        const at = firstAllowed(wanted, hours);
        expect(firstAllowed(at, hours).equals(at)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it('hold for no minute longer than they last', () => {
    fc.assert(
      fc.property(moment, quiet, (wanted, hours) => {
        fc.pre(isQuiet(wanted, hours) && (hours.to < '02:00' || hours.to >= '03:00'));
        const at = firstAllowed(wanted, hours);
        expect(localTimeOf(at)).toBe(hours.to);
        const justBefore = at.subtract({ milliseconds: 1 });
        expect(isQuiet(justBefore, hours)).toBe(true);
        expect(
          minutesOfDay(localTimeOf(wanted)) < minutesOfDay(hours.to) || at.since(wanted).total('hours') < 26,
        ).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it('end at seven on every morning of two years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 729 }), fc.constantFrom('20:00', '23:59'), (days, time) => {
        const evening = addDays('2026-01-01', days);
        const at = firstAllowed(instantOf(evening, time), { from: '20:00', to: '07:00' });
        expect(at.equals(instantOf(addDays(evening, 1), '07:00'))).toBe(true);
      }),
    );
  });

  it('that are switched off hold nothing', () => {
    fc.assert(
      fc.property(moment, (wanted) => {
        expect(firstAllowed(wanted, null).equals(wanted)).toBe(true);
      }),
    );
  });
});

import {
  addDays,
  localTimeOf,
  minutesBetween,
  minutesOfDay,
  planShifts,
  slotMinutes,
  Temporal,
  weekdayOf,
  type PlannedShift,
  type Weekday,
} from '#domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rowsOf } from '../contracts/rows.js';

/** The four changes of the clock: on these days 2 becomes 3, or 3 becomes 2. */
const summers = [
  ['2026-03-29', '2026-10-25'],
  ['2027-03-28', '2027-10-31'],
] as const;
const changes = summers.flat();

/** The written rule by hand: UTC+2 from 3 o'clock on the spring day until 3 o'clock on the autumn day. */
function instantByHand(date: string, time: string): string {
  const day = time === '24:00' ? addDays(date, 1) : date;
  const clock = time === '24:00' ? '00:00' : time;
  const wall = `${day}T${clock}`;
  const isSummer = summers.some(([spring, autumn]) => wall >= `${spring}T03:00` && wall < `${autumn}T03:00`);
  return Temporal.Instant.from(`${wall}:00${isSummer ? '+02:00' : '+01:00'}`).toString();
}

const asTime = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const start = fc.integer({ min: 0, max: 95 }).map((quarter) => asTime(quarter * 15));
const end = fc.integer({ min: 0, max: 96 }).map((quarter) => asTime(quarter * 15));
const slot = fc.record({
  weekday: fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7),
  start,
  end,
  breakMinutes: fc.constantFrom(0, 15, 30),
});
/** No two begin at the same time, which no agreement allows. */
const week = fc.uniqueArray(slot, {
  maxLength: 5,
  selector: (one) => `${one.weekday} ${one.start}`,
});

const rows = rowsOf('0193c000-0000-7000-9000-000000000001');
const offer = rows.offer(rows.match('job', 'citizen'), 'company');

/** Some days around a change of the clock, with an agreement that may begin, grow and end within them. */
const scene = fc
  .record({
    change: fc.constantFrom(...changes),
    before: fc.integer({ min: 0, max: 12 }),
    length: fc.integer({ min: 0, max: 24 }),
    startsAfter: fc.integer({ min: -20, max: 6 }),
    paidAfter: fc.integer({ min: 0, max: 8 }),
    growsAfter: fc.integer({ min: 0, max: 12 }),
    paid: week,
    more: week,
    unpaid: week,
    off: fc.array(fc.integer({ min: 0, max: 24 }), { maxLength: 4 }),
    until: fc.option(fc.integer({ min: -2, max: 26 })),
  })
  .map(({ change, before, length, startsAfter, paidAfter, growsAfter, paid, more, unpaid, off, until }) => {
    const from = addDays(change, -before);
    const startDate = addDays(from, startsAfter);
    const paidFrom = addDays(startDate, paidAfter);
    const agreement = rows.agreement(offer, {
      startDate,
      paidFrom,
      hours: [
        { from: paidFrom, paid },
        { from: addDays(paidFrom, growsAfter + 1), paid: more },
      ],
      unpaid: unpaid.map((one) => ({ weekday: one.weekday, start: one.start, end: one.end, task: 'Opvask' })),
    });
    const daysOff = new Set(off.map((days) => addDays(from, days)));
    return {
      agreement,
      from,
      to: addDays(from, length),
      daysOff,
      until: until === null ? null : addDays(from, until),
    };
  });

const property = (check: (input: Parameters<typeof planShifts>[0], shifts: PlannedShift[]) => void) =>
  fc.assert(
    fc.property(scene, (input) => check(input, planShifts(input))),
    { numRuns: 150 },
  );
const asText = (shift: PlannedShift) =>
  [
    shift.date,
    shift.start,
    shift.end,
    shift.breakMinutes,
    shift.paid,
    shift.task,
    shift.startsAt,
    shift.endsAt,
  ].join(' ');

describe('the plan over the four changes of the clock', () => {
  it('has instants that follow the one written rule', () => {
    property((_input, shifts) => {
      for (const { date, start: from, end: to, startsAt, endsAt } of shifts) {
        const overnight = to !== '24:00' && minutesOfDay(to) <= minutesOfDay(from);
        expect(startsAt.toString()).toBe(instantByHand(date, from));
        expect(endsAt.toString()).toBe(instantByHand(overnight ? addDays(date, 1) : date, to));
      }
    });
  });

  it('keeps the wall time of a series: only what does not exist that night is an hour later', () => {
    property((_input, shifts) => {
      for (const { date, start: from, startsAt } of shifts) {
        const isGap =
          date.slice(5, 7) === '03' &&
          (changes as readonly string[]).includes(date) &&
          from >= '02:00' &&
          from < '03:00';
        expect(localTimeOf(startsAt)).toBe(isGap ? asTime(minutesOfDay(from) + 60) : from);
      }
    });
  });

  it('has real minutes: one hour more in autumn, one less in spring, for shifts around 2 to 3', () => {
    property((_input, shifts) => {
      for (const shift of shifts) {
        const around = changes.find((day) => {
          const begins = `${shift.date}T${shift.start}`;
          const overnight = shift.end !== '24:00' && minutesOfDay(shift.end) <= minutesOfDay(shift.start);
          const ends = `${overnight ? addDays(shift.date, 1) : shift.date}T${shift.end}`;
          return begins < `${day}T02:00` && ends >= `${day}T03:00`;
        });
        const beginsOrEndsWithin = [shift.start, shift.end].some((time) => time >= '02:00' && time < '03:00');
        if (beginsOrEndsWithin) continue;
        const more = around === undefined ? 0 : around.slice(5, 7) === '10' ? 60 : -60;
        expect(minutesBetween(shift.startsAt, shift.endsAt)).toBe(slotMinutes(shift) + more);
      }
    });
  });

  it('has no shift on a day off, before the agreement, or after what was asked for', () => {
    property(({ agreement, from, to, daysOff, until }, shifts) => {
      for (const { date, paid } of shifts) {
        expect(daysOff.has(date)).toBe(false);
        expect(
          date >= from && date >= agreement.startDate && date <= to && (until === null || date <= until),
        ).toBe(true);
        if (paid) expect(date >= agreement.paidFrom).toBe(true);
      }
    });
  });

  it('has every shift that it should, and none twice', () => {
    property(({ agreement, from, to, daysOff, until }, shifts) => {
      const expected: string[] = [];
      for (let date = from; date <= to; date = addDays(date, 1)) {
        if (date < agreement.startDate || daysOff.has(date) || (until !== null && date > until)) continue;
        const [first, second] = agreement.hours;
        const paid = date < first!.from ? [] : date < second!.from ? first!.paid : second!.paid;
        for (const one of paid)
          if (one.weekday === weekdayOf(date)) expected.push(`${date} ${one.start} paid`);
        for (const one of agreement.unpaid)
          if (one.weekday === weekdayOf(date)) expected.push(`${date} ${one.start} unpaid`);
      }
      const planned = shifts.map(({ date, start: at, paid }) => `${date} ${at} ${paid ? 'paid' : 'unpaid'}`);
      expect([...planned].sort()).toEqual(expected.sort());
      expect(new Set(planned).size).toBe(planned.length);
    });
  });

  it('stands in order of time', () => {
    property((_input, shifts) => {
      const order = shifts.map(({ date, start: at }) => `${date} ${at}`);
      expect(order).toEqual([...order].sort());
    });
  });

  it('is the same when it is made in two parts', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: -2, max: 26 }), (input, at) => {
        const border = addDays(input.from, at);
        const first = planShifts({ ...input, to: border < input.to ? border : input.to });
        const after = addDays(border, 1);
        const second = planShifts({ ...input, from: after > input.from ? after : input.from });
        expect([...first, ...second].map(asText)).toEqual(planShifts(input).map(asText));
      }),
      { numRuns: 150 },
    );
  });

  it('is the same in whatever order the slots are given', () => {
    const shuffled = scene.chain((input) => {
      const orderOf = <T>(list: T[]) => fc.shuffledSubarray(list, { minLength: list.length });
      const [first, second] = input.agreement.hours;
      return fc
        .tuple(orderOf(first!.paid), orderOf(second!.paid), orderOf(input.agreement.unpaid))
        .map(([paid, more, unpaid]) => ({
          input,
          other: {
            ...input,
            agreement: {
              ...input.agreement,
              unpaid,
              hours: [
                { ...first!, paid },
                { ...second!, paid: more },
              ],
            },
          },
        }));
    });
    fc.assert(
      fc.property(shuffled, ({ input, other }) => {
        expect(planShifts(other).map(asText)).toEqual(planShifts(input).map(asText));
      }),
      { numRuns: 150 },
    );
  });
});

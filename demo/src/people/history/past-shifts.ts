import {
  addDays,
  countedMinutes,
  localDateOf,
  minutesBetween,
  planShifts,
  Temporal,
  type Agreement,
  type Holidays,
  type PlannedShift,
  type Shift,
} from '#domain';
import { mondayIn, type DemoDay } from '../demo-day.js';
import { demoId } from '../demo-ids.js';
import { Dice } from '../dice.js';
import type { Taken } from './who-took-it.js';

type Outcome = Pick<Shift, 'state' | 'arrivedAt' | 'leftAt' | 'absence' | 'evidence' | 'cancelReason'>;

/** The shifts that have been, in their order. Nobody works today or tomorrow: see `plan-ahead.ts`. */
export function pastShifts(taken: Taken, agreement: Agreement, daysOff: Holidays, day: DemoDay): Shift[] {
  const to = agreement.endedAt ? localDateOf(agreement.endedAt) : addDays(day.today, -1);
  const planned = planShifts({ agreement, from: agreement.startDate, to, daysOff, until: null });
  const over = planned.filter(({ endsAt }) => minutesBetween(endsAt, day.now) >= 60);
  let number = 1;
  return over.map((slot, at) => {
    const dice = new Dice(`shift ${at} of agreement ${taken.number}`);
    const shift = {
      ...asShift(taken, agreement, slot, at + 1),
      ...howItWent(dice, slot, taken.job.startFlexibilityMinutes, day),
      number,
    };
    // Cancelled shifts do not count: the next one has their number (see PlanShifts).
    if (shift.state !== 'cancelled') number += 1;
    return confirmed(praisedNowAndThen(shift), taken, day);
  });
}

const asShift = (
  taken: Taken,
  agreement: Agreement,
  slot: PlannedShift,
  at: number,
): Omit<Shift, 'number'> => ({
  ...slot,
  ...silence,
  id: demoId('vejle shift', taken.number * 1000 + at),
  municipalityId: agreement.municipalityId,
  agreementId: agreement.id,
  smallJobId: agreement.smallJobId,
  citizenId: agreement.citizenId,
  companyId: agreement.companyId,
  flexibilityMinutes: taken.job.startFlexibilityMinutes,
  workplaceAskedAt: null,
  confirmedMinutes: null,
  revision: 0,
  confirmedAt: null,
  wellDoneAt: null,
});

const silence: Outcome = {
  state: 'unconfirmed',
  arrivedAt: null,
  leftAt: null,
  absence: null,
  evidence: [],
  cancelReason: null,
};

/** Most come; some come late, and late is better than not at all (R26); some say that today does not work. */
function howItWent(dice: Dice, slot: PlannedShift, flexibility: number, day: DemoDay): Outcome {
  const { startsAt, endsAt, date } = slot;
  const at = (minutes: number): string => startsAt.add({ minutes }).toString();
  if (dice.falls(35) && date >= addDays(day.today, -3)) return silence;
  const how = dice.weighted([
    ['present', 82],
    ['late', 9],
    ['absent', 6],
    ['closed', 3],
  ] as const);
  if (how === 'closed') return { ...silence, state: 'cancelled', cancelReason: 'Virksomheden holdt lukket' };
  if (how === 'absent') {
    const cause = dice.pick(['sick', 'family', 'transport', 'cannot'] as const);
    return {
      ...silence,
      state: 'absent-reported',
      absence: { cause, by: 'citizen', note: null, at: at(-70) },
      evidence: [{ by: 'citizen', says: 'absent', at: at(-70), minutes: null }],
    };
  }
  const lateBy = Math.min(dice.whole(30, 130), minutesBetween(startsAt, endsAt) - 30);
  if (how === 'late' && lateBy > Math.max(15, flexibility)) {
    return {
      ...silence,
      state: 'late',
      arrivedAt: startsAt.add({ minutes: lateBy }),
      leftAt: endsAt,
      evidence: [
        { by: 'citizen', says: 'later', at: at(-10), minutes: lateBy },
        { by: 'workplace', says: 'here', at: at(lateBy), minutes: null },
      ],
    };
  }
  const early = dice.whole(0, 9);
  return {
    ...silence,
    state: 'present',
    arrivedAt: startsAt.subtract({ minutes: early }),
    leftAt: endsAt,
    evidence: [{ by: 'workplace', says: 'here', at: at(-early), minutes: null }],
  };
}

/** Weeks before the last one have been confirmed, some days after; the newest still stand as they came in. */
function confirmed(shift: Shift, { monthOpen }: Taken, day: DemoDay): Shift {
  const came = shift.state === 'present' || shift.state === 'late';
  const open = monthOpen ? firstOfLastMonth(day) : mondayIn(day, -1);
  if (!came || shift.date >= open) return shift;
  return {
    ...shift,
    confirmedMinutes: countedMinutes(shift),
    confirmedAt: shift.endsAt.add({ hours: 6 * 24 }),
  };
}

const firstOfLastMonth = ({ today }: DemoDay): string =>
  Temporal.PlainYearMonth.from(today.slice(0, 7)).subtract({ months: 1 }).toPlainDate({ day: 1 }).toString();

/** *Godt gået* is said now and then, when the shift is over. */
function praisedNowAndThen(shift: Shift): Shift {
  const came = shift.state === 'present' || shift.state === 'late';
  const isSaid = came && new Dice(`praise of ${shift.id}`).falls(15);
  return isSaid ? { ...shift, wellDoneAt: shift.endsAt } : shift;
}

import { weekdayName, type PaidSlot, type UnpaidSlot, type Weekday } from '#domain';
import { int, oneOf, text } from '../../../http/fields/index.js';
import { ShapeError, type Fault } from '../../../http/shape-error.js';
import type { ChoiceView, FormView, InputView, Typed } from '../../frame/form/index.js';
import { clockTime, typedText } from '../../frame/form/index.js';
import { agreementsWords as w } from '../../words/desk-agreements.js';
import { capital } from '../../words/choices.js';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

/** One line of a week; a day without times is a day without work. */
export class PaidRow {
  @oneOf(weekdays) dag!: Weekday;
  @clockTime({ optional: true }) fra?: string;
  @clockTime({ optional: true, allow24: true }) til?: string;
  @int({ min: 0, max: 480, optional: true }) pause?: number;
}

export class UnpaidRow {
  @oneOf(weekdays, { optional: true }) dag?: Weekday;
  @clockTime({ optional: true }) fra?: string;
  @clockTime({ optional: true, allow24: true }) til?: string;
  @text({ max: 200, optional: true, example: 'Opvask' }) opgave?: string;
}

const MISSING = { da: 'mangler', en: 'is missing' };

/** @throws ShapeError where half a line is filled in, or the pause is longer than the shift */
export function paidSlots(rows: readonly PaidRow[]): PaidSlot[] {
  const faults: Fault[] = [];
  const slots: PaidSlot[] = [];
  rows.forEach(({ dag, fra, til, pause = 0 }, at) => {
    if (fra === undefined && til === undefined) return;
    if (fra === undefined || til === undefined) {
      faults.push({ path: `uge.${at}.${fra === undefined ? 'fra' : 'til'}`, text: MISSING });
      return;
    }
    if (pause > 0 && pause >= minutesBetween(fra, til))
      faults.push({ path: `uge.${at}.pause`, text: w.pauseTooLong });
    slots.push({ weekday: dag, start: fra, end: til, breakMinutes: pause });
  });
  if (faults.length > 0) throw new ShapeError(faults);
  return slots;
}

/** @throws ShapeError where half a line is filled in */
export function unpaidSlots(rows: readonly UnpaidRow[]): UnpaidSlot[] {
  const faults: Fault[] = [];
  const slots: UnpaidSlot[] = [];
  rows.forEach(({ dag, fra, til, opgave }, at) => {
    const filled = { dag, fra, til, opgave };
    if (Object.values(filled).every((value) => value === undefined)) return;
    for (const [name, value] of Object.entries(filled))
      if (value === undefined) faults.push({ path: `ulon.${at}.${name}`, text: MISSING });
    if (dag && fra && til && opgave) slots.push({ weekday: dag, start: fra, end: til, task: opgave });
  });
  if (faults.length > 0) throw new ShapeError(faults);
  return slots;
}

/** An end that is not after the start is on the next day. */
const minutesBetween = (start: string, end: string): number => {
  const minutes = (time: string): number => {
    const [hours = 0, rest = 0] = time.split(':').map(Number);
    return hours * 60 + rest;
  };
  return (minutes(end) - minutes(start) + 1440) % 1440 || 1440;
};

export interface PaidRowView {
  weekday: string;
  day: { name: string; value: string };
  from: InputView;
  to: InputView;
  pause: InputView;
}

export interface UnpaidRowView {
  day: ChoiceView;
  from: InputView;
  to: InputView;
  task: InputView;
}

/** A line for each day of the week, and one more for a day with two shifts; what was typed stays as many lines. */
export function paidRows(form: FormView, slots: readonly PaidSlot[], typed: Typed = {}): PaidRowView[] {
  const before = weekdays.flatMap((weekday): (Partial<PaidSlot> & { weekday: Weekday })[] => {
    const there = slots.filter((slot) => slot.weekday === weekday);
    return there.length > 0 ? there : [{ weekday }];
  });
  const places = Object.keys(typed).filter((name) => /^uge\.\d{1,3}\.dag$/.test(name)).length;
  const rows =
    places === 0
      ? before
      : Array.from({ length: places }, (_, at): Partial<PaidSlot> & { weekday: Weekday } => ({
          weekday: (Number(typedText(typed, `uge.${at}.dag`)) || 1) as Weekday,
        }));
  return rows.map(({ weekday, start = '', end = '', breakMinutes = 0 }, at) => {
    const name = capital(weekdayName(weekday));
    const field = (part: string): string => `uge.${at}.${part}`;
    return {
      weekday: name,
      day: { name: field('dag'), value: String(weekday) },
      from: form.time(field('fra'), w.rowFrom(name), { optional: true, value: start }),
      to: form.time(field('til'), w.rowTo(name), { optional: true, value: end }),
      pause: form.number(field('pause'), w.rowPause(name), {
        optional: true,
        value: breakMinutes === 0 ? '' : String(breakMinutes),
      }),
    };
  });
}

const LEAST_UNPAID = 2;

export function unpaidRows(form: FormView, slots: readonly UnpaidSlot[], typed: Typed = {}): UnpaidRowView[] {
  const places = Object.keys(typed).filter((name) => /^ulon\.\d{1,3}\.dag$/.test(name)).length;
  const count = Math.max(LEAST_UNPAID, slots.length + 1, places);
  return Array.from({ length: count }, (_, at): UnpaidRowView => {
    const slot = slots[at];
    const number = at + 1;
    const field = (part: string): string => `ulon.${at}.${part}`;
    return {
      day: form.choice(field('dag'), w.unpaidDay(number), {
        optional: true,
        options: [
          { value: '', label: w.noDay },
          ...weekdays.map((weekday) => ({ value: String(weekday), label: capital(weekdayName(weekday)) })),
        ],
        value: slot ? String(slot.weekday) : '',
      }),
      from: form.time(field('fra'), w.unpaidFrom(number), { optional: true, value: slot?.start ?? '' }),
      to: form.time(field('til'), w.unpaidTo(number), { optional: true, value: slot?.end ?? '' }),
      task: form.input(field('opgave'), w.unpaidTask(number), {
        optional: true,
        max: 200,
        value: slot?.task ?? '',
      }),
    };
  });
}

import {
  weekdayName,
  type LocalTime,
  type PostingAnswers,
  type RoughWeek,
  type Weekday,
  type WeeklyShift,
} from '#domain';
import { list, oneOf } from '../../../http/fields/index.js';
import { clockTime, typedText, type ChoiceView, type FormView } from '../../frame/form/index.js';
import { halfHours } from './half-hours.js';
import { numbered, step, type StepContext } from './step-form.js';

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const WEEKDAYS = 'hverdage';
const dayNumbers = [WEEKDAYS, ...weekdays.map(String)];
type OwnTimes = { [Field in `${'start' | 'end'}${Weekday}`]?: LocalTime };

class WeekForm {
  /** Days by number; `hverdage` is Monday to Friday in one tap. */
  @list(oneOf(dayNumbers), { max: 8 }) days: string[] = [];
  @clockTime({ optional: true }) start?: LocalTime;
  @clockTime({ optional: true, allow24: true }) end?: LocalTime;
  @oneOf([0, 30, 60, 120], { optional: true }) flexibility?: number;
  @oneOf([0, 15, 30], { optional: true }) breakMinutes?: number;
}
/** Times of its own for each day: `start1` to `end7`. */
for (const day of weekdays) {
  clockTime({ optional: true })(WeekForm.prototype, `start${day}`);
  clockTime({ optional: true, allow24: true })(WeekForm.prototype, `end${day}`);
}

interface WeekStepView {
  days: ChoiceView;
  start: ChoiceView;
  end: ChoiceView;
  own: { name: string; start: ChoiceView; end: ChoiceView }[];
  ownOpen: boolean;
  flexibility: ChoiceView;
  breakMinutes: ChoiceView;
}

export const weekStep = step<WeekForm, WeekStepView>({
  type: WeekForm,
  view,
  lead: (_, { w }) => w.weekLead,
  at: (typed) => ({
    'small-job.too-many-hours': 'days',
    'small-job.shifts-overlap': 'days',
    'small-job.break-too-long': 'breakMinutes',
    'small-job.shift-ends-before-start': ({ weekday }) => {
      const own = `end${String(weekday)}`;
      return typedText(typed, own) === '' ? 'end' : own;
    },
  }),
  answers: (fields) => {
    const shifts = shiftsOf(fields);
    return {
      ...(shifts ? { weeklyShifts: shifts, week: null } : { weeklyShifts: null, week: roughly(fields) }),
      startFlexibilityMinutes: fields.flexibility,
    };
  },
  needed: (fields) => {
    if (fields.days.length === 0) return ['days'];
    const own = fields as WeekForm & OwnTimes;
    const needs = (which: 'start' | 'end'): boolean =>
      fields[which] === undefined && chosenDays(fields).some((day) => own[`${which}${day}`] === undefined);
    return (['start', 'end'] as const).filter(needs);
  },
});

function view(f: FormView, answers: PostingAnswers, { w, language }: StepContext): WeekStepView {
  const { weeklyShifts = [], week, startFlexibilityMinutes } = answers;
  const whole = weeklyShifts.length > 0;
  const common: Partial<RoughWeek> = whole ? commonTimes(weeklyShifts) : (week ?? {});
  const chosen = whole ? weeklyShifts.map(({ weekday }) => weekday) : (week?.weekdays ?? []);
  const dayName = (day: number): string => capital(weekdayName(day, language));
  const time = (
    name: string,
    label: string,
    which: 'start' | 'end',
    value: LocalTime | undefined,
    empty: string,
  ) => f.choice(name, label, { value: value ?? '', options: halfHours(which, value, empty) });
  const own = weekdays.map((day) => {
    const shift = weeklyShifts.find(({ weekday }) => weekday === day);
    const differs = shift && (shift.start !== common.start || shift.end !== common.end) ? shift : undefined;
    return {
      name: dayName(day),
      start: time(`start${day}`, w.fromOn(dayName(day)), 'start', differs?.start, w.asAbove),
      end: time(`end${day}`, w.toOn(dayName(day)), 'end', differs?.end, w.asAbove),
    };
  });
  return {
    days: f.choices('days', w.days, {
      value: chosen.map(String),
      options: [
        // Ticked days would be ticked again by it: it is offered while it adds something.
        ...(allWeekdays(chosen) ? [] : [{ value: WEEKDAYS, label: w.everyWeekday }]),
        ...weekdays.map((day) => ({ value: String(day), label: dayName(day) })),
      ],
    }),
    start: time('start', w.from, 'start', common.start, w.pickTime),
    end: time('end', w.to, 'end', common.end, w.pickTime),
    own,
    ownOpen: own.some(
      ({ start, end }) => start.value !== '' || end.value !== '' || start.error !== '' || end.error !== '',
    ),
    flexibility: f.choice('flexibility', w.flexibility, {
      hint: w.flexibilityHint,
      value: String(startFlexibilityMinutes ?? 0),
      options: numbered(w.flexibilities),
    }),
    breakMinutes: f.choice('breakMinutes', w.breakMinutes, {
      value: String(weeklyShifts[0]?.breakMinutes ?? 0),
      options: numbered(w.breaks),
    }),
  };
}

/** The times that most of the days have. */
function commonTimes(shifts: readonly WeeklyShift[]): Partial<Pick<WeeklyShift, 'start' | 'end'>> {
  const counted = new Map<string, { shift: WeeklyShift; times: number }>();
  for (const shift of shifts) {
    const key = `${shift.start}-${shift.end}`;
    counted.set(key, { shift, times: (counted.get(key)?.times ?? 0) + 1 });
  }
  const [most] = [...counted.values()].sort((a, b) => b.times - a.times);
  return most ? { start: most.shift.start, end: most.shift.end } : {};
}

/** Undefined while a chosen day has no times yet: half a week is not kept as a whole one. */
function shiftsOf(fields: WeekForm): WeeklyShift[] | undefined {
  const days = chosenDays(fields);
  if (days.length === 0) return undefined;
  const own = fields as WeekForm & OwnTimes;
  const breakMinutes = fields.breakMinutes ?? 0;
  const shifts: WeeklyShift[] = [];
  for (const weekday of days) {
    const start = own[`start${weekday}`] ?? fields.start;
    const end = own[`end${weekday}`] ?? fields.end;
    if (start === undefined || end === undefined) return undefined;
    shifts.push({ weekday, start, end, breakMinutes });
  }
  return shifts;
}

const allWeekdays = (days: readonly number[]): boolean => [1, 2, 3, 4, 5].every((day) => days.includes(day));

const chosenDays = ({ days }: WeekForm): Weekday[] =>
  weekdays.filter((day) => days.includes(String(day)) || (day <= 5 && days.includes(WEEKDAYS)));

const roughly = (fields: WeekForm): RoughWeek => ({
  weekdays: chosenDays(fields),
  ...(fields.start && { start: fields.start }),
  ...(fields.end && { end: fields.end }),
});

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

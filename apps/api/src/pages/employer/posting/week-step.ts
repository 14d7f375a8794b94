import {
  weekdayName,
  type LocalTime,
  type PostingAnswers,
  type RoughWeek,
  type Weekday,
  type WeeklyShift,
} from '#domain';
import { int, list, oneOf } from '../../../http/fields/index.js';
import { clockTime, typedText, type ChoiceView, type FormView } from '../../frame/form/index.js';
import { halfHours, lateInWords } from './half-hours.js';
import { numbered, step, withChoice, type StepContext } from './step-form.js';

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const WEEKDAYS = 'hverdage';
const dayNumbers = [WEEKDAYS, ...weekdays.map(String)];
/** A day may have several shifts; the first one has the times of the days, or of the day. */
const laterPlaces = [2, 3, 4] as const;
type LaterPlace = (typeof laterPlaces)[number];
type TimeOf = `${Weekday}` | `${Weekday}_${LaterPlace}`;
type OwnTimes = { [Field in `${'start' | 'end'}${TimeOf}`]?: LocalTime };

class WeekForm {
  /** Days by number; `hverdage` is Monday to Friday in one tap. */
  @list(oneOf(dayNumbers), { max: 8 }) days: string[] = [];
  @clockTime({ optional: true }) start?: LocalTime;
  @clockTime({ optional: true, allow24: true }) end?: LocalTime;
  @int({ min: 0, max: 1440, optional: true }) flexibility?: number;
  /** Empty where the shifts differ: each keeps its own. */
  @int({ min: 0, max: 480, optional: true }) breakMinutes?: number;
}
/** Times of its own for each day: `start1` to `end7`, and for a second shift of a day `start1_2`. */
for (const day of weekdays) {
  for (const time of [`${day}`, ...laterPlaces.map((place) => `${day}_${place}`)]) {
    clockTime({ optional: true })(WeekForm.prototype, `start${time}`);
    clockTime({ optional: true, allow24: true })(WeekForm.prototype, `end${time}`);
  }
}

interface TimesView {
  name: string;
  start: ChoiceView;
  end: ChoiceView;
}

interface WeekStepView {
  days: ChoiceView;
  start: ChoiceView;
  end: ChoiceView;
  own: TimesView[];
  ownOpen: boolean;
  again: { label: string; hint: string; open: boolean; times: TimesView[] };
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
  answers: (fields, { weeklyShifts }) => {
    const shifts = shiftsOf(fields, weeklyShifts ?? []);
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
    const halves = chosenDays(fields).flatMap((day) =>
      laterPlaces.flatMap((place) => {
        const [start, end] = [own[`start${day}_${place}`], own[`end${day}_${place}`]];
        if ((start === undefined) === (end === undefined)) return [];
        return [`${start === undefined ? 'start' : 'end'}${day}_${place}` as keyof WeekForm];
      }),
    );
    return [...(['start', 'end'] as const).filter(needs), ...halves];
  },
});

function view(f: FormView, answers: PostingAnswers, { w, language }: StepContext): WeekStepView {
  const { weeklyShifts = [], week, startFlexibilityMinutes } = answers;
  const whole = weeklyShifts.length > 0;
  const firsts = weekdays.flatMap((day) => shiftsOn(weeklyShifts, day).slice(0, 1));
  const common: Partial<RoughWeek> = whole ? commonTimes(firsts) : (week ?? {});
  const chosen = whole ? firsts.map(({ weekday }) => weekday) : (week?.weekdays ?? []);
  const dayName = (day: number): string => capital(weekdayName(day, language));
  const time = (
    name: string,
    label: string,
    which: 'start' | 'end',
    value: LocalTime | undefined,
    empty: string,
  ) => f.choice(name, label, { value: value ?? '', options: halfHours(which, value, empty) });
  const own = weekdays.map((day) => {
    const shift = firsts.find(({ weekday }) => weekday === day);
    const differs = shift && (shift.start !== common.start || shift.end !== common.end) ? shift : undefined;
    return {
      name: dayName(day),
      start: time(`start${day}`, w.fromOn(dayName(day)), 'start', differs?.start, w.asAbove),
      end: time(`end${day}`, w.toOn(dayName(day)), 'end', differs?.end, w.asAbove),
    };
  });
  const again = weekdays.flatMap((day) => {
    const [, ...later] = shiftsOn(weeklyShifts, day);
    return laterPlaces.slice(0, Math.max(1, later.length)).map((place, at) => ({
      name: dayName(day),
      start: time(`start${day}_${place}`, w.againFrom(dayName(day)), 'start', later[at]?.start, w.notAgain),
      end: time(`end${day}_${place}`, w.againTo(dayName(day)), 'end', later[at]?.end, w.notAgain),
    }));
  });
  const breaks = [...new Set(weeklyShifts.map(({ breakMinutes }) => breakMinutes))];
  const late = startFlexibilityMinutes ?? 0;
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
    ownOpen: own.some(isSaid),
    again: { label: w.againTimes, hint: w.againHint, open: again.some(isSaid), times: again },
    flexibility: f.choice('flexibility', w.flexibility, {
      hint: w.flexibilityHint,
      value: String(late),
      options: withChoice(numbered(w.flexibilities), late, w.flexibilityOther(lateInWords(late, w))),
    }),
    breakMinutes: f.choice('breakMinutes', w.breakMinutes, {
      value: breaks.length > 1 ? '' : String(breaks[0] ?? 0),
      options:
        breaks.length > 1
          ? [{ value: '', label: w.breaksDiffer }, ...numbered(w.breaks)]
          : withChoice(numbered(w.breaks), breaks[0] ?? 0, w.lateMinutes(String(breaks[0]))),
    }),
  };
}

const isSaid = ({ start, end }: TimesView): boolean =>
  [start, end].some(({ value, error }) => value !== '' || error !== '');

/** Of one day, in the order in which they begin. */
const shiftsOn = (shifts: readonly WeeklyShift[], day: Weekday): WeeklyShift[] =>
  shifts.filter(({ weekday }) => weekday === day).sort((a, b) => (a.start < b.start ? -1 : 1));

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
function shiftsOf(fields: WeekForm, before: readonly WeeklyShift[]): WeeklyShift[] | undefined {
  const days = chosenDays(fields);
  if (days.length === 0) return undefined;
  const own = fields as WeekForm & OwnTimes;
  const shifts: WeeklyShift[] = [];
  for (const weekday of days) {
    const [first, ...later] = shiftsOn(before, weekday);
    const start = own[`start${weekday}`] ?? fields.start;
    const end = own[`end${weekday}`] ?? fields.end;
    if (start === undefined || end === undefined) return undefined;
    shifts.push({ weekday, start, end, breakMinutes: fields.breakMinutes ?? first?.breakMinutes ?? 0 });
    for (const [at, place] of laterPlaces.entries()) {
      const [from, to] = [own[`start${weekday}_${place}`], own[`end${weekday}_${place}`]];
      if (from === undefined && to === undefined) continue;
      if (from === undefined || to === undefined) return undefined;
      const breakMinutes = fields.breakMinutes ?? later[at]?.breakMinutes ?? 0;
      shifts.push({ weekday, start: from, end: to, breakMinutes });
    }
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

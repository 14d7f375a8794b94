import {
  danishLevelNames,
  minutesOfDay,
  timeInWords,
  weeklyMinutes,
  type DanishLevel,
  type Degree,
  type LocalTime,
  type SmallJob,
} from '#domain';
import { wishedChange, type TriedChange, type Wished } from '#use-cases';
import { int, number, oneOf } from '../../../http/fields/index.js';
import { rankingWords as w } from '../../words/desk-ranking.js';

const degrees: readonly Degree[] = [0, 1, 2];

/** The handles of *Hvad nu hvis*, as a form sends them. */
export class HandlesForm {
  @int({ min: -240, max: 240, optional: true }) senere?: number;
  @int({ min: 15, max: 1200, optional: true }) timer?: number;
  @number({ min: 0, max: 200, optional: true }) loeft?: number;
  @oneOf(degrees, { optional: true }) staaende?: Degree;
  @oneOf(degrees, { optional: true }) stoej?: Degree;
  @oneOf(degrees, { optional: true }) mennesker?: Degree;
  @oneOf<DanishLevel>([0, 1, 2, 3, 4, 5], { optional: true }) dansk?: DanishLevel;
  @oneOf(['mine', 'teamet', 'kommunen'], { optional: true }) vis?: string;
  @oneOf(['20', '40'], { optional: true }) antal?: string;
}

type HandleName = keyof typeof w.handles;

/** One slider: templates/partials/page-desk-handle.hbs. */
export interface HandleView {
  id: string;
  name: HandleName;
  label: string;
  min: string;
  max: string;
  step: string;
  value: string;
  /** Where the handle stands as the job is. */
  now: string;
  words: string;
  /** The words of every place, as JSON, for the script: the handle says what it means while it moves. */
  all: string;
}

const STEP_OF_HOURS = 15;
const LONGEST_WEEK = 19 * 60 + 45;

/** Only the handles that stand elsewhere than the job. */
export function moved(form: HandlesForm, job: SmallJob): Wished {
  const { laterMinutes, weeklyMinutes, danishLevel, ...demands } = wishOf(form, job);
  const isMoved = ([key, value]: [string, unknown]): boolean =>
    value !== Math.round(job.demands[key as 'liftKg']);
  return {
    ...(laterMinutes && { laterMinutes }),
    ...(weeklyMinutes !== undefined && { weeklyMinutes }),
    ...Object.fromEntries(Object.entries(demands).filter(isMoved)),
    ...(danishLevel !== undefined && danishLevel !== job.danishLevel && { danishLevel }),
  };
}

/** A slider has steps, and a week of 7 hours and 20 minutes is at none of them: so near means as it is. */
function wishOf(form: HandlesForm, job: SmallJob): Wished {
  const week = weeklyMinutes(job.weeklyShifts);
  const isOtherWeek = form.timer !== undefined && Math.abs(form.timer - week) >= STEP_OF_HOURS;
  return {
    ...(form.senere !== undefined && { laterMinutes: form.senere }),
    ...(isOtherWeek && { weeklyMinutes: form.timer }),
    ...(form.loeft !== undefined && { liftKg: form.loeft }),
    ...(form.staaende !== undefined && { standing: form.staaende }),
    ...(form.stoej !== undefined && { noise: form.stoej }),
    ...(form.mennesker !== undefined && { peopleContact: form.mennesker }),
    ...(form.dansk !== undefined && { danishLevel: form.dansk }),
  };
}

/** The handles that lead to a change, when it is one that they can make; null for any other. */
export function handlesOf(job: SmallJob, change: TriedChange): URLSearchParams | null {
  const later = laterMinutes(job, change);
  const { demands = {}, danishLevel, weeklyShifts } = change;
  const candidates: Wished[] = [
    {
      ...(weeklyShifts && later !== null && { laterMinutes: later }),
      ...demands,
      ...(danishLevel !== undefined && { danishLevel }),
    },
    {
      ...(weeklyShifts && { weeklyMinutes: weeklyMinutes(weeklyShifts) }),
      ...demands,
      ...(danishLevel !== undefined && { danishLevel }),
    },
  ];
  const found = candidates.find((wished) => isSame(wishedChange(job, wished), change));
  return found ? queryOf(found) : null;
}

/** What is set, in the words of an address. */
export function queryOf(wished: Wished): URLSearchParams {
  const names: Record<keyof Wished, HandleName> = {
    laterMinutes: 'senere',
    weeklyMinutes: 'timer',
    liftKg: 'loeft',
    standing: 'staaende',
    noise: 'stoej',
    peopleContact: 'mennesker',
    danishLevel: 'dansk',
  };
  return new URLSearchParams(
    (Object.keys(names) as (keyof Wished)[]).flatMap((key): [string, string][] =>
      wished[key] === undefined ? [] : [[names[key], String(wished[key])]],
    ),
  );
}

function laterMinutes({ weeklyShifts }: SmallJob, { weeklyShifts: then }: TriedChange): number | null {
  const [before, after] = [weeklyShifts[0], then?.[0]];
  return before && after ? minutesOfDay(after.start) - minutesOfDay(before.start) : null;
}

/** The same fields with the same values, whatever their order. */
const isSame = (one: TriedChange | null, other: TriedChange): boolean =>
  one !== null && JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]),
  );
}

/** All handles, each where it was dragged to, or as the job is. */
export function handlesView(job: SmallJob, form: HandlesForm): HandleView[] {
  const { demands, danishLevel, weeklyShifts } = job;
  const week = Math.round(weeklyMinutes(weeklyShifts) / STEP_OF_HOURS) * STEP_OF_HOURS;
  const starts = weeklyShifts.map(({ start }) => minutesOfDay(start));
  const earliest = Math.min(...starts);
  const latest = Math.max(...starts);
  const range = (from: number, to: number, step: number): number[] =>
    Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step);
  const moves = range(-240, 240, 30).filter((minutes) => earliest + minutes >= 0 && latest + minutes < 1440);
  const lifts = range(0, Math.max(25, Math.ceil(demands.liftKg)), 1);
  return [
    handle('senere', moves, form.senere, 0, (minutes) => moveInWords(minutes, earliest, latest)),
    handle('timer', range(60, LONGEST_WEEK, STEP_OF_HOURS), form.timer, week, (minutes) =>
      w.hoursAWeek(decimal(minutes / 60)),
    ),
    handle('loeft', lifts, form.loeft, Math.round(demands.liftKg), (kg) => w.kg(String(kg))),
    handle('staaende', [0, 1, 2], form.staaende, demands.standing, (at) => w.standings[at]!),
    handle('stoej', [0, 1, 2], form.stoej, demands.noise, (at) => w.noises[at]!),
    handle('mennesker', [0, 1, 2], form.mennesker, demands.peopleContact, (at) => w.peoples[at]!),
    handle(
      'dansk',
      [0, 1, 2, 3, 4, 5],
      form.dansk,
      danishLevel,
      (at) => danishLevelNames[at as DanishLevel].da,
    ),
  ];
}

function handle(
  name: HandleName,
  places: readonly number[],
  chosen: number | undefined,
  now: number,
  inWords: (place: number) => string,
): HandleView {
  const wordsOf = (place: number): string =>
    place === now ? `${inWords(place)} (${w.asNow})` : inWords(place);
  const value = chosen ?? now;
  return {
    id: `haandtag-${name}`,
    name,
    label: w.handles[name],
    min: String(places[0]),
    max: String(places.at(-1)),
    step: String(places[1]! - places[0]!),
    value: String(value),
    now: String(now),
    words: wordsOf(value),
    all: JSON.stringify(Object.fromEntries(places.map((place) => [place, wordsOf(place)]))),
  };
}

function moveInWords(minutes: number, earliest: number, latest: number): string {
  if (earliest === latest) return w.startsAt(timeInWords(clock(earliest + minutes)));
  const length = w.hoursAWeek(decimal(Math.abs(minutes) / 60)).replace('1 timer', '1 time');
  if (minutes === 0) return w.startsAt(timeInWords(clock(earliest)));
  return minutes > 0 ? w.later(length) : w.earlier(length);
}

const clock = (minutes: number): LocalTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export const decimal = (value: number): string => value.toLocaleString('da-DK', { maximumFractionDigits: 2 });

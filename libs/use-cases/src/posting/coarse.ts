import {
  addDays,
  knownCertificates,
  minutesOfDay,
  weekdayOf,
  workConditions,
  type LocalTime,
  type TimeWindow,
  type WeeklyShift,
} from '#domain';
import type { CandidateCitizen, CandidateSmallJob } from '#matching';

/**
 * What a company describes, and what is known of citizens, on steps so wide that nobody's own limit can be felt for:
 * five kilos, half an hour, a week, a square of about a kilometre. Answers on the steps, as the page asks for them,
 * count exactly; between them a citizen is counted a little too seldom and never too often.
 */
const KILOS = 5;
const HALF_HOUR = 30;
const SQUARE = 0.01;
const DAY = 1440;

const down = (value: number, step: number): number => Math.floor(value / step) * step;
const up = (value: number, step: number): number => Math.ceil(value / step) * step;

export const coarseTask = (job: CandidateSmallJob): CandidateSmallJob => ({
  ...job,
  workplace: {
    position: {
      lat: square(job.workplace.position.lat),
      lon: square(job.workplace.position.lon),
    },
  },
  weeklyShifts: job.weeklyShifts.map(onHalfHours),
  startFlexibilityMinutes: down(job.startFlexibilityMinutes, HALF_HOUR),
  demands: {
    ...job.demands,
    liftKg: up(job.demands.liftKg, KILOS),
    other: job.demands.other.filter(isKnown(workConditions)),
  },
  certificates: job.certificates.filter(isKnown(knownCertificates)),
});

/** A word of one's own could be somebody's own limit. */
const isKnown =
  (known: readonly string[]) =>
  (word: string): boolean =>
    known.includes(word);

export const coarseCitizen = (citizen: CandidateCitizen): CandidateCitizen => ({
  ...citizen,
  limits: { ...citizen.limits, liftKg: down(citizen.limits.liftKg, KILOS) },
  hours: {
    ...citizen.hours,
    min: up(citizen.hours.min, 0.5),
    max: down(citizen.hours.max, 0.5),
  },
  windows: citizen.windows.flatMap(within),
  availableFrom: mondayOf(citizen.availableFrom),
});

/** Kept as hundredths: a sum of floats would not be the same everywhere. */
const square = (degrees: number): number => Math.round(degrees / SQUARE) / 100;

function onHalfHours(shift: WeeklyShift): WeeklyShift {
  const start = down(minutesOfDay(shift.start), HALF_HOUR);
  const end = up(minutesOfDay(shift.end), HALF_HOUR);
  return { ...shift, start: clock(start), end: clock(Math.min(end, DAY)) };
}

function within({ weekday, from, to }: TimeWindow): TimeWindow[] {
  const begins = up(minutesOfDay(from), HALF_HOUR);
  const ends = down(minutesOfDay(to), HALF_HOUR);
  const overnight = minutesOfDay(to) <= minutesOfDay(from);
  const isLeft = overnight ? begins < DAY : begins < ends;
  return isLeft ? [{ weekday, from: clock(begins), to: clock(ends) }] : [];
}

const clock = (minutes: number): LocalTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const mondayOf = (date: string): string => addDays(date, 1 - weekdayOf(date));

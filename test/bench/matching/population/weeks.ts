import type { LocalTime, TimeWindow, Weekday, WeeklyShift, WeeklySlot } from '#domain';
import { distributions } from './distributions.js';
import type { Random } from './random.js';

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5];
const SATURDAY: Weekday = 6;

const times = new Map<number, LocalTime>();

/** Hours since midnight as a clock time, each made once. */
function clock(hours: number): LocalTime {
  const known = times.get(hours);
  if (known !== undefined) return known;
  const minutes = Math.round((hours % 1) * 60);
  const time = `${String(Math.floor(hours)).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
  times.set(hours, time);
  return time;
}

type Kind = (typeof distributions.citizen.week)[number][0];

/** First and last hour of each kind, from the earliest to the latest. */
const kinds: Record<Kind, { from: readonly [number, number]; to: readonly [number, number] }> = {
  mornings: { from: [7, 9], to: [12, 13] },
  'long-mornings': { from: [8, 10], to: [13, 15] },
  middle: { from: [9, 11], to: [14, 16] },
  afternoons: { from: [11, 13], to: [16, 18] },
  'all-day': { from: [6, 8], to: [16, 18] },
};

function hoursOf(kind: Kind, random: Random): readonly [number, number] {
  const half = (): number => (random.chance(distributions.citizen.halfHours) ? 0.5 : 0);
  const { from, to } = kinds[kind];
  return [random.whole(...from) + half(), random.whole(...to) + half()];
}

/** When a citizen can work. */
export function drawnWindows(random: Random): TimeWindow[] {
  const shares = distributions.citizen;
  if (random.chance(shares.noWindows)) return [];
  const kind = random.weighted(shares.week);
  const usual = hoursOf(kind, random);
  const ownTimes = random.chance(shares.ownTimesEachDay);
  const days = random.several(random.weighted(shares.weekdaysFree), weekdays).sort();
  const windows: TimeWindow[] = [];
  for (const weekday of days) {
    const [from, to] = ownTimes ? hoursOf(random.weighted(shares.week), random) : usual;
    if (random.chance(shares.splitDays) && to - from >= 4) {
      const middle = Math.floor((from + to) / 2);
      windows.push({ weekday, from: clock(from), to: clock(middle) });
      windows.push({ weekday, from: clock(middle + 1), to: clock(to) });
    } else windows.push({ weekday, from: clock(from), to: clock(to) });
  }
  if (random.chance(shares.evenings)) {
    for (const weekday of days) windows.push({ weekday, from: clock(18), to: clock(random.whole(20, 22)) });
  }
  if (random.chance(shares.saturdays)) windows.push({ weekday: SATURDAY, from: clock(9), to: clock(14) });
  return windows;
}

/** Hours already agreed at another small job. */
export function drawnAgreedSlots(random: Random): WeeklySlot[] {
  const start = random.whole(8, 12);
  return random
    .several(random.whole(1, 3), weekdays)
    .map((weekday) => ({ weekday, start: clock(start), end: clock(start + random.whole(2, 4)) }));
}

/** The working hours of a small job: the same on each of its days, now and then not. */
export function drawnShifts(random: Random): WeeklyShift[] {
  const shares = distributions.smallJob;
  const count = random.weighted(shares.shifts);
  const [least, most] = [shares.weeklyHoursAtLeast, shares.weeklyHoursAtMost];
  const length = Math.min(7, Math.max(1, Math.round((random.whole(least, most) / count) * 2) / 2));
  const usual = random.weighted(shares.starts);
  const different = random.chance(shares.differentTimes);
  const days = random.several(count, weekdays);
  if (random.chance(shares.saturdays)) days[0] = SATURDAY;
  return days.sort().map((weekday) => {
    const start = different ? random.weighted(shares.starts) : usual;
    const breakMinutes = length >= 5 ? 30 : 0;
    return { weekday, start: clock(start), end: clock(start + length), breakMinutes };
  });
}

/** Paid hours a week. */
export const paidHours = (shifts: readonly WeeklyShift[]): number =>
  shifts.reduce(
    (sum, { start, end, breakMinutes }) => sum + hoursAt(end) - hoursAt(start) - breakMinutes / 60,
    0,
  );

const hoursAt = (time: LocalTime): number => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60;

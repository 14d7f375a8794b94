import { minutesOfDay, slotMinutes, weekdayName, type Language, type WeeklyShift } from '#domain';

/** The week as a drawing beside the words: a column a day, half an hour a step. Numbers only, so that it is safe SVG. */
export interface WeekPicture {
  width: number;
  height: number;
  days: { x: number; middle: number; name: string }[];
  lines: { y: number; label: string; labelY: number }[];
  blocks: { x: number; y: number; height: number }[];
}

const LEFT = 26;
const TOP = 20;
const COLUMN = 40;
const HALF_HOUR = 8;
const EARLIEST = 6 * 60;
const LATEST = 18 * 60;

export function weekPicture(shifts: readonly WeeklyShift[], language: Language): WeekPicture {
  const starts = shifts.map(({ start }) => minutesOfDay(start));
  const ends = shifts.map((shift) => minutesOfDay(shift.start) + slotMinutes(shift));
  const first = Math.floor(Math.min(EARLIEST, ...starts) / 60) * 60;
  const last = Math.ceil(Math.min(1440, Math.max(LATEST, ...ends)) / 60) * 60;
  const y = (minutes: number): number => TOP + ((Math.min(minutes, last) - first) / 30) * HALF_HOUR;
  const x = (weekday: number): number => LEFT + (weekday - 1) * COLUMN;
  const hours = Array.from({ length: (last - first) / 120 + 1 }, (_, at) => first + at * 120);
  return {
    width: LEFT + 7 * COLUMN,
    height: y(last) + 4,
    days: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      x: x(weekday),
      middle: x(weekday) + COLUMN / 2,
      name: weekdayName(weekday, language).slice(0, 3),
    })),
    lines: hours
      .filter((minutes) => minutes <= last)
      .map((minutes) => ({ y: y(minutes), label: String(minutes / 60), labelY: y(minutes) + 4 })),
    blocks: shifts.map((shift) => {
      const from = minutesOfDay(shift.start);
      return { x: x(shift.weekday) + 3, y: y(from), height: y(from + slotMinutes(shift)) - y(from) };
    }),
  };
}

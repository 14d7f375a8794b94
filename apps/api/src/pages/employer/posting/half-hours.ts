import type { LocalTime } from '#domain';
import type { EmployerPostWords } from '../../words/employer-post.js';

const FIRST = 6 * 60;
const DAY = 1440;
const HALF_HOUR = 30;

const clock = (minutes: number): LocalTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** From six in the morning and round the clock: where most hours of work lie stands first. */
const starts = Array.from({ length: 48 }, (_, at) => clock((FIRST + at * HALF_HOUR) % DAY));
const ends = starts.map((time) => (time === '00:00' ? '24:00' : time));

/** The half hours of a day to choose from; a time between them that is there already stays a choice. */
export function halfHours(
  which: 'start' | 'end',
  current: LocalTime | undefined,
  empty: string,
): { value: string; label: string }[] {
  const times = which === 'start' ? starts : ends;
  const extra = current !== undefined && !times.includes(current) ? [current] : [];
  return [
    { value: '', label: empty },
    ...[...extra, ...times].map((value) => ({ value, label: value.replace(':', '.') })),
  ];
}

/** "en halv time", "45 minutter". */
export const lateInWords = (minutes: number, w: EmployerPostWords): string =>
  (w.lengths as Record<string, string>)[`m${minutes}`] ?? w.lateMinutes(String(minutes));

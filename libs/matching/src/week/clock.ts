import { minutesOfDay, type LocalTime } from '#domain';

export const DAY = 1440;

// A week of thousands of citizens holds the same few clock times; at most 1,441 exist.
const known = new Map<LocalTime, number>();

/** Minutes since midnight, each clock time read once. */
export function clockMinutes(time: LocalTime): number {
  const found = known.get(time);
  if (found !== undefined) return found;
  const minutes = minutesOfDay(time);
  known.set(time, minutes);
  return minutes;
}

/** Wall minutes of a slot; an end that is not after the start means the next day. */
export function lengthMinutes(slot: { start: LocalTime; end: LocalTime }): number {
  const length = clockMinutes(slot.end) - clockMinutes(slot.start);
  return length > 0 ? length : length + DAY;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Minutes since midnight as `08:00`; a full day becomes `24:00`, beyond it the clock of the next day. */
export function localTime(minutes: number): LocalTime {
  const within = minutes > DAY ? minutes % DAY : minutes;
  return `${twoDigits(Math.floor(within / 60))}:${twoDigits(within % 60)}`;
}

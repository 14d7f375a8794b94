import type { LocalTime, TimeWindow, Weekday } from '#domain';
import { clockMinutes, DAY } from './clock.js';

export const WEEK = 7 * DAY;

/** Wall minutes since Monday 00:00, end exclusive. The end may lie in the next week: Sunday night into Monday. */
export interface Interval {
  from: number;
  to: number;
}

/** An end that is not after the start means the next day; 24:00 is midnight. */
export function weekInterval(weekday: Weekday, start: LocalTime, end: LocalTime): Interval {
  const from = clockMinutes(start);
  const to = clockMinutes(end);
  const base = (weekday - 1) * DAY;
  return { from: base + from, to: base + (to > from ? to : to + DAY) };
}

/**
 * The citizen's windows as disjoint intervals in order of time: adjacent and overlapping windows are joined.
 *
 * The week is a circle, the intervals a line: a window that runs over Sunday midnight is also laid before Monday,
 * and Monday's windows are also laid after Sunday. So a slot that starts in 0..WEEK and lasts at most a day is
 * free exactly when one single interval holds it.
 */
export function freeIntervals(windows: readonly TimeWindow[]): Interval[] {
  const laid: Interval[] = [];
  for (const window of windows) {
    const interval = weekInterval(window.weekday, window.from, window.to);
    laid.push(interval);
    if (interval.to > WEEK) laid.push({ from: interval.from - WEEK, to: interval.to - WEEK });
    if (interval.from < DAY) laid.push({ from: interval.from + WEEK, to: interval.to + WEEK });
  }
  laid.sort((a, b) => a.from - b.from);
  const joined: Interval[] = [];
  for (const interval of laid) {
    const last = joined.at(-1);
    if (last === undefined || interval.from > last.to) joined.push(interval);
    else if (interval.to > last.to) last.to = interval.to;
  }
  return joined;
}

/** Whether two slots of the week have a minute in common, also across Sunday midnight. */
function meet(a: Interval, b: Interval): boolean {
  const meetIn = (weeks: number): boolean => a.from < b.to + weeks * WEEK && b.from + weeks * WEEK < a.to;
  return meetIn(0) || meetIn(1) || meetIn(-1);
}

/** Whether none of the first slots has a minute in common with one of the others. */
export function keepsClear(shifts: readonly Interval[], others: readonly Interval[]): boolean {
  for (const other of others) for (const shift of shifts) if (meet(shift, other)) return false;
  return true;
}

/** Minutes that two stretches of time have in common, without looking around the week. */
export const sharedMinutes = (a: Interval, b: Interval): number =>
  Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));

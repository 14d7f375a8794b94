import type { Sample } from './steady-load.js';

export interface Times {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

export interface Span {
  from: number;
  to: number;
}

export const isIn = ({ from, to }: Span, at: number): boolean => at >= from && at < to;

/** In whole milliseconds. */
export function timesOf(values: readonly number[]): Times {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

export const writeTimes = (samples: readonly Sample[], span: Span): Times =>
  timesOf(samples.filter(({ isWrite, at }) => isWrite && isIn(span, at)).map(({ ms }) => ms));

export const readTimes = (samples: readonly Sample[], span: Span): Times =>
  timesOf(samples.filter(({ isWrite, at }) => !isWrite && isIn(span, at)).map(({ ms }) => ms));

export const faultsIn = (samples: readonly Sample[], span: Span): string[] =>
  samples.filter(({ at }) => isIn(span, at)).flatMap(({ fault }) => fault ?? []);

/** The same words once, and how often they came. */
export function counted(words: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const one of words) times.set(one, (times.get(one) ?? 0) + 1);
  return [...times].map(([one, count]) => (count === 1 ? one : `${count} times ${one}`));
}

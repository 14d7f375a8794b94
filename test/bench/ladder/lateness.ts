/** Milliseconds. */
export interface Lateness {
  count: number;
  p50: number;
  p99: number;
  max: number;
}

export function latenessOf(milliseconds: readonly number[]): Lateness {
  const sorted = [...milliseconds].sort((one, other) => one - other);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}

/** How many times the other one, to two digits. */
export const timesOf = (one: number, other: number): number =>
  other === 0 ? 0 : Number((one / other).toPrecision(2));

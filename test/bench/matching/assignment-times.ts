/** Of sorted times. */
export const median = (sorted: readonly number[]): number => sorted[sorted.length >> 1]!;

/** What most changes take, what nearly all take, and the longest. */
export const timesOf = (sorted: readonly number[]): Record<'p50' | 'p99' | 'most', number> => ({
  p50: median(sorted),
  p99: sorted[Math.floor(sorted.length * 0.99)]!,
  most: sorted.at(-1)!,
});

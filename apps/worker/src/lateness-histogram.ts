/** Upper ends in milliseconds; what is later than the last one is only in the whole. */
export const latenessBuckets = [100, 500, 1_000, 5_000, 15_000, 60_000, 300_000] as const;

/** How late jobs began, as whoever measures likes it: of each end, how many were not later than it. */
export class LatenessHistogram {
  private readonly atMost = latenessBuckets.map(() => 0);
  private sumMs = 0;
  private count = 0;

  observe(latenessMs: number): void {
    this.count += 1;
    this.sumMs += latenessMs;
    latenessBuckets.forEach((end, at) => {
      if (latenessMs <= end) this.atMost[at]! += 1;
    });
  }

  /** `lateness-le-500`, …, `lateness-count`, `lateness-sum-ms`. */
  get counts(): Record<string, number> {
    const ends = latenessBuckets.map((end, at) => [`lateness-le-${end}`, this.atMost[at]!]);
    return {
      ...(Object.fromEntries(ends) as Record<string, number>),
      'lateness-count': this.count,
      'lateness-sum-ms': this.sumMs,
    };
  }
}

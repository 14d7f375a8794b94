/** The processes are up in about this long on a quiet machine with two cores. */
const QUIET_START_MS = 6_000;

/** How much slower than a quiet machine this one started the processes; bounds of time are stretched by it. */
export const slownessOf = (startMs: number): number =>
  Math.max(1, Math.round((startMs / QUIET_START_MS) * 10) / 10);

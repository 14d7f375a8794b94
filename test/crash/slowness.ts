/** The processes are up in about this long on a quiet machine with two cores. */
const QUIET_START_MS = 6_000;

/** Beyond this a machine cannot judge; a product that became slow to start does not buy itself time either. */
const MOST_FORGIVEN = 1.5;

/** What bounds are stretched by. */
export const forgiven = (slowness: number): number => Math.min(slowness, MOST_FORGIVEN);

/** Said beside the bounds that did not hold. */
export const tooSlowToJudge = (slowness: number): string[] =>
  slowness > MOST_FORGIVEN ? [`slowness ${slowness} > ${MOST_FORGIVEN}: this machine cannot judge`] : [];

/** How much slower than a quiet machine this one started the processes. */
export const slownessOf = (startMs: number): number =>
  Math.max(1, Math.round((startMs / QUIET_START_MS) * 10) / 10);

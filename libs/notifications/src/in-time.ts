import type { SendConditions } from '#use-cases';

/** For specs: there is time, and nobody has paused anything. */
export const inTime: SendConditions = { deadline: { remainingMs: () => 20_000 }, paused: new Set() };

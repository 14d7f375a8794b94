import CircuitBreaker from 'opossum';
import type { SendResult } from '#use-cases';

/** What came of asking a provider: for the message, and whether the provider itself is in trouble. */
export interface Attempt {
  result: SendResult;
  /** It was not about this message: another provider may do better, and this one is spared for a while. */
  trouble: boolean;
}

/** So many in a row open it, however well the last minute went: what fails at once would use up what that has saved. */
const MOST_IN_A_ROW = 5;
/** While one call tries, the others come back after this long. */
const LEAST_WAIT_SECONDS = 2;

export type CircuitState = 'closed' | 'half-open' | 'open';

export interface CircuitOptions {
  /** So many of the calls of the last minute must have met trouble, and more than half, before it opens. */
  least?: number;
  /** How long an open circuit spares the provider before one call may try it. */
  resetMs?: number;
}

/**
 * Spares a provider that is in trouble: after several failures, five in a row or most of the last minute's, nobody asks it
 * for a while; then one call tries, and its outcome decides. A message that one provider refuses because of its number is no trouble.
 */
export class Circuit {
  private readonly breaker: CircuitBreaker<[() => Promise<Attempt>], Attempt>;
  /** By the steady clock, as the timer that ends it. */
  private openedAt = 0;
  private inARow = 0;
  private readonly resetMs: number;

  constructor(
    readonly name: string,
    { least = 3, resetMs = 15_000 }: CircuitOptions = {},
  ) {
    this.resetMs = resetMs;
    this.breaker = new CircuitBreaker(orThrow, {
      name,
      // Each call has a limit of its own; a second one here would leave a call behind that nobody waits for.
      timeout: false,
      resetTimeout: resetMs,
      rollingCountTimeout: 60_000,
      rollingCountBuckets: 6,
      rollingPercentilesEnabled: false,
      enableSnapshots: false,
      volumeThreshold: least,
      errorThresholdPercentage: 50,
    });
    this.breaker.on('open', () => {
      this.openedAt = performance.now();
    });
  }

  /** @returns undefined when the circuit is open: the provider was not asked. */
  async run(ask: () => Promise<Attempt>): Promise<Attempt | undefined> {
    try {
      const attempt = await this.breaker.fire(ask);
      this.inARow = 0;
      return attempt;
    } catch (error) {
      if (error instanceof Trouble) {
        this.inARow += 1;
        if (this.inARow >= MOST_IN_A_ROW) this.breaker.open();
        return error.attempt;
      }
      if (CircuitBreaker.isOurError(error as Error)) return undefined;
      throw error;
    }
  }

  get state(): CircuitState {
    if (this.breaker.opened) return 'open';
    return this.breaker.halfOpen ? 'half-open' : 'closed';
  }

  /** Whole seconds until it is worth asking again: one call may try then, or the one that tries now is over. */
  get sparedForSeconds(): number {
    const left = this.openedAt + this.resetMs - performance.now();
    return Math.max(LEAST_WAIT_SECONDS, Math.ceil(left / 1000));
  }

  close(): void {
    this.breaker.shutdown();
  }
}

/** The breaker counts what is thrown. */
class Trouble extends Error {
  constructor(readonly attempt: Attempt) {
    super('the provider is in trouble');
  }
}

async function orThrow(ask: () => Promise<Attempt>): Promise<Attempt> {
  const attempt = await ask();
  if (attempt.trouble) throw new Trouble(attempt);
  return attempt;
}

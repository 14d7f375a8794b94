import type { Temporal } from '#domain';

/** A provider that is not asked until somebody says so. */
export interface ProviderPause {
  /** `gatewayapi`, `inmobile` or `smtp`. */
  provider: string;
  pausedAt: Temporal.Instant;
  /** Who did it, as they call themselves. */
  pausedBy: string;
  reason: string | null;
  /** Null while it holds. */
  resumedAt: Temporal.Instant | null;
  resumedBy: string | null;
}

/** Pauses of the whole installation: a provider is the same for every municipality. */
export abstract class ProviderPauses {
  /** The last one of each provider that was ever paused. */
  abstract list(): Promise<ProviderPause[]>;
  /** @returns false when it was paused already; who did it first stays. */
  abstract pause(provider: string, by: string, reason: string | null): Promise<boolean>;
  /** @returns false when it was not paused. */
  abstract resume(provider: string, by: string): Promise<boolean>;
}

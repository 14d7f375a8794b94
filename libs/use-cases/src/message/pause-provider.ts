import { refuseUnless } from '#domain';
import { ProviderPauses } from '../ports/index.js';

/** As they stand in `messages.provider`. */
export const messageProviders = ['gatewayapi', 'inmobile', 'smtp'] as const;
export type MessageProvider = (typeof messageProviders)[number];

export const isMessageProvider = (name: string): name is MessageProvider =>
  messageProviders.some((known) => known === name);

/**
 * Nothing goes to this provider any more, from the next message on: another one takes over where there is one, and
 * without one messages wait as when it is down. For whoever runs the installation; no municipality is asked.
 */
export class PauseProvider {
  static readonly needs = [ProviderPauses] as const;

  constructor(private readonly pauses: ProviderPauses) {}

  /** @returns false when it was paused already. @throws provider.unknown */
  async execute(provider: string, by: string, reason: string | null = null): Promise<boolean> {
    refuseUnless(isMessageProvider(provider), 'provider.unknown');
    return this.pauses.pause(provider, by, reason);
  }
}

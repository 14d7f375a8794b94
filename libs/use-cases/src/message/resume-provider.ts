import { refuseUnless } from '#domain';
import { ProviderPauses } from '../ports/index.js';
import { isMessageProvider } from './pause-provider.js';

export class ResumeProvider {
  static readonly needs = [ProviderPauses] as const;

  constructor(private readonly pauses: ProviderPauses) {}

  /** @returns false when it was not paused. @throws provider.unknown */
  async execute(provider: string, by: string): Promise<boolean> {
    refuseUnless(isMessageProvider(provider), 'provider.unknown');
    return this.pauses.resume(provider, by);
  }
}

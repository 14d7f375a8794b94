import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';

/** The one transaction a whole request runs in; what is called within joins it. */
export interface AmbientTransaction {
  readonly municipalityId: string;
  readonly manager: EntityManager;
}

export const ambientTransaction = new AsyncLocalStorage<AmbientTransaction>();

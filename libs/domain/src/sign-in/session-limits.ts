import type { AccountKind } from './account.js';

/** How long a session lasts, in seconds. Short for citizens: phones are lent, a library's computer is left. */
export interface SessionLimit {
  /** Without a request. */
  idle: number;
  /** At most, whatever is done in it. */
  whole: number;
}

export type SessionLimits = Record<AccountKind, SessionLimit>;

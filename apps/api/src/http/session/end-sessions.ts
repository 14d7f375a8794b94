import { Injectable } from '@nestjs/common';
import type { Account } from '#domain';
import { Sessions } from '#persistence';
import { Accounts } from './accounts.js';

/**
 * Ends what somebody is signed in with. The row of the account says no already; this ends it for good, so that an
 * access that is opened again begins with a sign-in, and this process does not trust what it knew a moment ago.
 */
@Injectable()
export class EndSessions {
  constructor(
    private readonly sessions: Sessions,
    private readonly accounts: Accounts,
  ) {}

  async of(account: Account): Promise<void> {
    await this.sessions.endAllOf(account);
    this.accounts.forget(account);
  }
}

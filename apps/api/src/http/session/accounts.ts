import { Injectable } from '@nestjs/common';
import { accountId, type Account } from '#domain';
import { FindAccount, type KnownAccount } from '#use-cases';

/** Somebody whose account ends is out after at most this long. */
const TRUSTED_FOR_MS = 2_000;
const MOST_TRUSTED = 2_000;

/** The accounts behind sessions. A page and what it loads ask about the same one within a moment. */
@Injectable()
export class Accounts {
  private readonly trusted = new Map<string, { known: KnownAccount; until: number }>();

  constructor(private readonly findAccount: FindAccount) {}

  /** @returns undefined when the account has ended. */
  async find(account: Account): Promise<KnownAccount | undefined> {
    const key = keyOf(account);
    const before = this.trusted.get(key);
    if (before && before.until > Date.now()) return before.known;
    this.trusted.delete(key);
    const known = await this.findAccount.execute(account);
    if (known) this.trust(key, known);
    return known;
  }

  /** Somebody has just shown who it is, and what is known may have changed by that. */
  forget(account: Account): void {
    this.trusted.delete(keyOf(account));
  }

  private trust(key: string, known: KnownAccount): void {
    const [oldest] = this.trusted.keys();
    if (this.trusted.size >= MOST_TRUSTED && oldest !== undefined) this.trusted.delete(oldest);
    this.trusted.set(key, { known, until: Date.now() + TRUSTED_FOR_MS });
  }
}

const keyOf = (account: Account): string => `${account.municipalityId} ${accountId(account)}`;

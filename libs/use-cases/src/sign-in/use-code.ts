import { accountId, type Account } from '#domain';
import { Secrets, SignInCodes, type CodeAudience } from '../ports/index.js';
import { AccountsOfAddress, type FoundAccount } from './accounts-of-address.js';

export type CodeOutcome =
  | { outcome: 'signed-in'; account: Account; method: 'code' | 'code-read-aloud' }
  /** Right, and good for several: the person chooses. */
  | { outcome: 'choose' }
  | { outcome: 'wrong'; triesLeft: number }
  /** Used up: by time, by tries, or because it was used. */
  | { outcome: 'over' };

/** Types a one-time code. Five tries, ten minutes, once; an address that nobody has is wrong in the same way. */
export class UseCode {
  static readonly needs = [Secrets, SignInCodes, AccountsOfAddress] as const;

  constructor(
    private readonly secrets: Secrets,
    private readonly codes: SignInCodes,
    private readonly accounts: AccountsOfAddress,
  ) {}

  async execute(browser: string, audience: CodeAudience, typed: string): Promise<CodeOutcome> {
    const asked = await this.codes.takeTry(browser, audience);
    if (!asked) return { outcome: 'over' };
    const found = await this.accounts.find(asked.address, audience);
    const spoken = audience === 'citizen' ? await this.spokenTo(found, typed) : undefined;
    if (spoken) {
      // What was sent to this browser beside it is not needed any more.
      await this.codes.use(asked.id);
      return this.signedIn(spoken.id, spoken.account, 'code-read-aloud');
    }
    const isRight = !asked.silent && this.secrets.oneTimeCode(asked.id) === typed;
    if (!isRight || found.length === 0 || (audience === 'citizen' && found.length > 1))
      return { outcome: 'wrong', triesLeft: asked.triesLeft };
    if (found.length === 1) return this.signedIn(asked.id, found[0]!.account);
    await this.codes.prove(asked.id);
    return { outcome: 'choose' };
  }

  /** Among what a right code opened. */
  async choices(browser: string, audience: CodeAudience): Promise<FoundAccount[]> {
    const proven = await this.codes.proven(browser, audience);
    return proven ? this.accounts.find(proven.address, audience) : [];
  }

  async choose(browser: string, audience: CodeAudience, id: string): Promise<CodeOutcome> {
    const proven = await this.codes.proven(browser, audience);
    const found = proven ? await this.accounts.find(proven.address, audience) : [];
    const chosen = found.find(({ account }) => accountId(account) === id);
    return proven && chosen ? this.signedIn(proven.id, chosen.account) : { outcome: 'over' };
  }

  private async spokenTo(
    found: readonly FoundAccount[],
    typed: string,
  ): Promise<{ id: string; account: Account } | undefined> {
    const ids = found.map(({ account }) => accountId(account));
    if (ids.length === 0) return undefined;
    const spoken = await this.codes.takeTriesOfSpoken(ids);
    const right = spoken.find(({ id }) => this.secrets.oneTimeCode(id) === typed);
    const owner = right && found.find(({ account }) => accountId(account) === right.citizenId);
    return right && owner && { id: right.id, account: owner.account };
  }

  private async signedIn(
    codeId: string,
    account: Account,
    method: 'code' | 'code-read-aloud' = 'code',
  ): Promise<CodeOutcome> {
    return (await this.codes.use(codeId)) ? { outcome: 'signed-in', account, method } : { outcome: 'over' };
  }
}

import { answerToWish, CODE_MINUTES, type Citizen } from '#domain';
import { Correspondence } from '../message/correspondence.js';
import { Ids, Secrets, SignInCodes, Transactor, type CodeAudience } from '../ports/index.js';
import { AccountsOfAddress, type FoundAccount } from './accounts-of-address.js';

export interface CodeWish {
  audience: CodeAudience;
  /** E.164 or a plain e-mail address. */
  address: string;
  channel: 'sms' | 'email';
  /** Stands for this browser and this address. */
  browser: string;
  /** Where the request comes from. */
  caller: string;
  /** Asked for beside the one that was sent. */
  another: boolean;
}

/**
 * Somebody asks for a one-time code. What comes back is the same whether the address is known or not; only whoever
 * reads its messages learns more.
 */
export class AskForCode {
  static readonly needs = [Transactor, Ids, Secrets, SignInCodes, AccountsOfAddress, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly secrets: Secrets,
    private readonly codes: SignInCodes,
    private readonly accounts: AccountsOfAddress,
    private readonly correspondence: Correspondence,
  ) {}

  /**
   * @returns seconds until there is another code to be had; 0 when one is on its way. Whatever it is, there is a place
   *   to type a code that somebody has already, unless the caller asked for very many.
   */
  async execute({ audience, address, channel, browser, caller, another }: CodeWish): Promise<number> {
    const hash = this.secrets.addressHash(address);
    const id = this.ids.next();
    const asked = {
      id,
      audience,
      browser,
      address: hash,
      caller: this.secrets.addressHash(`caller ${caller}`),
    };
    const { what, wait } = await this.codes.ask(asked, CODE_MINUTES, (before) =>
      answerToWish(before, another),
    );
    const receiver = whoGetsIt(await this.accounts.find(hash, audience));
    if (receiver && what === 'send') await this.send(receiver, { channel, to: address }, id);
    return wait;
  }

  private send(
    { account }: FoundAccount,
    address: { channel: 'sms' | 'email'; to: string },
    codeId: string,
  ): Promise<void> {
    return this.transactor.inMunicipality(account.municipalityId, async (unit) => {
      if (account.kind === 'company-user') {
        await this.correspondence.oneTimeCode(unit, address, { companyId: account.companyId }, codeId);
        return;
      }
      const citizen = account.kind === 'citizen' ? await unit.citizens.find(account.citizenId) : undefined;
      if (citizen && isOwnAlone(citizen, address.channel))
        await this.correspondence.oneTimeCode(unit, address, { citizen }, codeId);
    });
  }
}

/** One code opens all companies of a person; the number of two citizens is nobody's alone, and gets none. */
function whoGetsIt(found: readonly FoundAccount[]): FoundAccount | undefined {
  const [first, second] = found;
  return first?.account.kind === 'citizen' && second ? undefined : first;
}

/** On a shared phone others read along; e-mail is for whom chose it. The contact can read a code aloud instead. */
const isOwnAlone = ({ sharedPhone, preferredChannel }: Citizen, channel: 'sms' | 'email'): boolean =>
  channel === 'sms' ? !sharedPhone : preferredChannel === 'email';

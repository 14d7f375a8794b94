import type { AccountKind, CodeAnswer, CodesAsked, Temporal } from '#domain';

export type CodeAudience = Exclude<AccountKind, 'staff'>;

/** A code that somebody asks for, for an address that may be anybody's or nobody's. */
export interface AskedCode {
  id: string;
  audience: CodeAudience;
  /** Stands for the browser that asked and the address: only there it can be typed, and the newest counts. */
  browser: string;
  /** Keyed hash. */
  address: string;
  /** Keyed hash of where the request came from. */
  caller: string;
}

/** Where somebody types: what this browser asked for last. */
export interface TriedCode {
  id: string;
  /** Keyed hash. */
  address: string;
  /** Nothing was sent: only a code that was read aloud can be right. */
  silent: boolean;
  triesLeft: number;
}

/** A code that the contact has read aloud to a citizen. */
export interface SpokenCode {
  id: string;
  municipalityId: string;
  citizenId: string;
}

/**
 * One-time codes, found before a municipality is known: ids, hashes and counts only. The code itself is derived from
 * its id and stands nowhere.
 */
export abstract class SignInCodes {
  /**
   * Counts what the address and the caller asked before and keeps what is answered, as one step: of many wishes that
   * come at once, each is answered knowing those before it.
   */
  abstract ask(
    code: AskedCode,
    minutes: number,
    answer: (asked: CodesAsked) => CodeAnswer,
  ): Promise<CodeAnswer>;
  /** @returns until when it is good. */
  abstract keepSpoken(code: SpokenCode, minutes: number): Promise<Temporal.Instant>;
  /** Uses up one of the tries. Undefined when the time, the tries or the code itself are used up. */
  abstract takeTry(browser: string, audience: CodeAudience): Promise<TriedCode | undefined>;
  /** The same for all codes that were read aloud to these citizens. */
  abstract takeTriesOfSpoken(citizenIds: readonly string[]): Promise<SpokenCode[]>;
  /** The right digits were typed: from now on this browser may choose among the accounts of the address. */
  abstract prove(id: string): Promise<void>;
  /** The code of this browser, once proven and not yet used. */
  abstract proven(
    browser: string,
    audience: CodeAudience,
  ): Promise<{ id: string; address: string } | undefined>;
  /** @returns false when somebody was faster. */
  abstract use(id: string): Promise<boolean>;
}

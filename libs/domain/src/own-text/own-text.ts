import type { Entity, LocalDate, Temporal } from '../kernel/index.js';
import type { Language } from '../citizen/index.js';

export type WrittenChannel = 'sms' | 'email';

/** Which text is meant. `name` is a message, or one of its sentences where an answer chooses: `offer-receipt-yes`. */
export interface TextPlace {
  name: string;
  language: Language;
  channel: WrittenChannel;
}

/** What a municipality writes instead of the standard. Fields stand as `{fornavn}`; nothing else is read in it. */
export interface OwnWording {
  /** Of an e-mail; null for an SMS. */
  subject: string | null;
  text: string;
}

/**
 * One version of a text. Only added to: the version that holds on a day is the last one whose `from` has come.
 * `wording` null takes the standard back.
 */
export interface OwnText extends Entity, TextPlace {
  version: number;
  from: LocalDate;
  wording: OwnWording | null;
  byStaffId: string;
  madeAt: Temporal.Instant;
}

/** The version that holds on a day; undefined while only the standard has held. Of two from one day, the later made. */
export function textOn(versions: readonly OwnText[], day: LocalDate): OwnText | undefined {
  const begun = versions.filter(({ from }) => from <= day);
  return begun.sort((a, b) => a.from.localeCompare(b.from) || a.version - b.version).at(-1);
}

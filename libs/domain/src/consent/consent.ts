import type { Actor, Entity, Temporal } from '../kernel/index.js';
import type { InterestWay } from '../match/index.js';

/** `card`: a company may see these fields. `messages`: we may write to the phone or the mail address. */
export const consentKinds = ['card', 'messages'] as const;
export type ConsentKind = (typeof consentKinds)[number];

export const consentWays = [
  'phone',
  'in-person',
  'sms',
  'letter',
  'link',
  'page',
  'code-read-aloud',
] as const satisfies readonly (InterestWay | 'page' | 'code-read-aloud')[];
export type ConsentWay = (typeof consentWays)[number];

/** On the page; and when the contact has made the code that opened it, that is said, since the contact knew it too. */
export const wayOfPage = ({ signedInWith }: Actor): ConsentWay =>
  signedInWith === 'code-read-aloud' ? signedInWith : 'page';

/**
 * What a citizen has said yes to, or taken back: a line that is added and never changed, so that anybody can see
 * later which words were agreed to, when and how. The newest line about a match holds.
 */
export interface Consent extends Entity {
  citizenId: string;
  kind: ConsentKind;
  /** Set for `card`: which company may see. */
  matchId: string | null;
  action: 'given' | 'withdrawn';
  /** For `card`: the fields that may be seen from now on. */
  fields: string[];
  /** Which words were agreed to: see `consentTexts`. */
  textVersion: string;
  how: ConsentWay;
  at: Temporal.Instant;
}

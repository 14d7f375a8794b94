import type { DeclineReason, Language, MatchState, OfferState, PersonCard, Position } from '#domain';
import type { OfferEstimate } from '../benefit/estimate-for-offer.js';
import type { TripToWork } from './trip.js';

/** The one person to call, on every page. */
export interface PageContact {
  name: string;
  phone: string;
}

interface ForAll {
  language: Language;
  /** Who asks: a link in an SMS must say where it comes from. */
  municipality: string;
  title: string;
  contact: PageContact;
}

/** What a citizen's page says of a call that was asked for. */
interface WithCall {
  /** When the contact calls, in words; empty: soon; null: no call is waiting. */
  calls: string | null;
}

/** Why this job, in the citizen's own words and in facts that can be said to a person. */
export type OfferReason =
  | { kind: 'said'; words: string }
  | { kind: 'hours'; hours: number; wish: number }
  | { kind: 'growth'; hours: number }
  | { kind: 'contact'; name: string }
  | { kind: 'needs'; needs: string[] };

/** What others on a shared phone do not see: the job, the place, the pay and what was said. */
export interface OfferDetails {
  title: string;
  company: string;
  description: string;
  when: string;
  startDay: string;
  /** Empty when the start is fixed: "Møder du først kl. 10 en dag, er det også fint". */
  latestStart: string;
  where: string;
  position: Position;
  /** By each way of the citizen that reaches it, the fastest first. */
  trips: TripToWork[];
  wage: string;
  reasons: OfferReason[];
  money: OfferEstimate;
}

/** What the citizen sees of an offer: what, where, when, pay, whom to call, what happens with a no. */
export interface OfferPage extends Omit<ForAll, 'title'>, WithCall {
  purpose: 'offer';
  offerId: string;
  state: OfferState;
  firstName: string;
  /** Null on a shared phone, until a code has been given. */
  details: OfferDetails | null;
  answerBefore: string;
  noticeOnNo: string;
  canTakeBack: boolean;
  changeUntil: string;
  lastAnswer: 'yes' | 'no' | 'visit' | 'call' | null;
  /** Why the answer was no, once that has been said. */
  reason: DeclineReason | null;
}

/** "Må Mette fortælle firmaet om dig?" with exactly what the company would see. */
export interface InterestPage extends Omit<ForAll, 'title'>, WithCall {
  purpose: 'interest';
  state: MatchState;
  answered: boolean;
  /** Whether the company has ever been shown the card. */
  companyKnows: boolean;
  firstName: string;
  /** Null on a shared phone, until a code has been given. */
  details: InterestDetails | null;
}

export interface InterestDetails {
  title: string;
  town: string;
  when: string;
  card: PersonCard;
}

/** What the company sees of a person it may meet. */
export interface MatchPage extends ForAll {
  purpose: 'match';
  state: MatchState;
  /** The name of whoever answered for the company; null while nobody has, or when no name was known. */
  answeredBy: string | null;
  companyContact: string;
  card: PersonCard;
  /** "Ja, start uden møde" is there only when the citizen wants that (practice). */
  mayStartDirectly: boolean;
}

export type AnswerPage = OfferPage | InterestPage | MatchPage;
export type LinkPurpose = AnswerPage['purpose'];
export const linkPurposes = ['offer', 'interest', 'match'] as const satisfies readonly LinkPurpose[];

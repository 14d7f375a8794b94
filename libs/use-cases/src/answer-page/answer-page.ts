import type { DeclineReason, Language, OfferState, MatchState, PersonCard } from '#domain';

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

/** What the citizen sees of an offer: what, where, when, pay, whom to call, what happens with a no. */
export interface OfferPage extends ForAll, WithCall {
  purpose: 'offer';
  state: OfferState;
  firstName: string;
  description: string;
  when: string;
  startDay: string;
  /** Empty when the start is fixed: "Møder du først kl. 10 en dag, er det også fint". */
  latestStart: string;
  where: string;
  /** Empty when no mode of the citizen reaches it. */
  travel: string;
  wage: string;
  ownWords: string;
  answerBefore: string;
  noticeOnNo: string;
  canTakeBack: boolean;
  changeUntil: string;
  lastAnswer: 'yes' | 'no' | 'visit' | 'call' | null;
  /** Why the answer was no, once that has been said. */
  reason: DeclineReason | null;
}

/** "Må Mette fortælle firmaet om dig?" with exactly what the company would see. */
export interface InterestPage extends ForAll, WithCall {
  purpose: 'interest';
  state: MatchState;
  answered: boolean;
  /** Whether the company has ever been shown the card. */
  companyKnows: boolean;
  firstName: string;
  town: string;
  when: string;
  card: PersonCard;
}

/** What the company sees of a person it may meet. */
export interface MatchPage extends ForAll {
  purpose: 'match';
  state: MatchState;
  companyContact: string;
  card: PersonCard;
  /** "Ja, start uden møde" is there only when the citizen wants that (practice). */
  mayStartDirectly: boolean;
}

export type AnswerPage = OfferPage | InterestPage | MatchPage;
export type LinkPurpose = AnswerPage['purpose'];

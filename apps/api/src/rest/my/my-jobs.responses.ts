import { consentKinds, consentWays, isoWithOffset, matchStates, offerStates } from '#domain';
import { choosableFields, type MyCard, type MyConsent, type MyOffer, type MyPage } from '#use-cases';
import { flag, instant, list, listOf, nested, oneOf, text, uuid } from '../../http/fields/index.js';
import { contactLevels, reminderDays } from '../citizens/citizens.requests.js';
import { PersonCardResponse } from '../matches/matches.responses.js';
import { isoOrNull } from '../shifts/instants-out.js';
import { MyContactResponse, MyShiftResponse, toMyContact, toMyShift } from './my-shifts.responses.js';

export class MyOfferResponse {
  @uuid() matchId!: string;
  @uuid({ nullable: true, description: 'Null, før der er et tilbud.' }) offerId!: string | null;
  @text({ max: 300, example: 'Fjerne tomme kasser' }) title!: string;
  @text({ example: 'Frugtlageret' }) company!: string;
  @oneOf(matchStates.states, { example: 'confirmed' }) state!: string;
  @oneOf(offerStates.states, { nullable: true, example: 'sent' }) offerState!: string | null;
  @instant() at!: string;
}

export class CardChoiceResponse {
  @oneOf(choosableFields, { example: 'goals' }) field!: string;
  @flag({ example: true }) shown!: boolean;
  @nested(PersonCardResponse, { description: 'Det, feltet sætter på kortet.' }) alone!: PersonCardResponse;
}

export class MyCardResponse {
  @uuid() matchId!: string;
  @oneOf(matchStates.states, { example: 'proposed' }) state!: string;
  @text({ max: 300, example: 'Fjerne tomme kasser' }) title!: string;
  @text({ example: 'Frugtlageret' }) company!: string;
  @nested(PersonCardResponse, { description: 'Det, firmaet ser, eller får at se.' })
  card!: PersonCardResponse;
  @listOf(CardChoiceResponse) choices!: CardChoiceResponse[];
  @flag({ example: true }) companySees!: boolean;
  @flag({ example: false, description: 'Firmaet har fået navn og nummer efter et ja.' }) nameTold!: boolean;
}

export class ConsentAboutResponse {
  @text({ max: 300, min: 0, example: 'Fjerne tomme kasser' }) title!: string;
  @text({ min: 0, example: 'Frugtlageret' }) company!: string;
}

export class MyConsentResponse {
  @oneOf(consentKinds, { example: 'card' }) kind!: string;
  @uuid({ nullable: true }) matchId!: string | null;
  @nested(ConsentAboutResponse, { nullable: true }) about!: ConsentAboutResponse | null;
  @text({ max: 1000, min: 0, example: 'Firmaet må se de punkter, jeg har valgt.' }) words!: string;
  @text({ example: 'kort-2026-1' }) textVersion!: string;
  @instant() at!: string;
  @oneOf(consentWays, { example: 'phone' }) how!: string;
  @list(text({ max: 60, example: 'goals' })) fields!: string[];
  @instant({ nullable: true }) withdrawnAt!: string | null;
  @flag({ example: true }) canWithdraw!: boolean;
}

export class NextThingResponse {
  @oneOf(['offer', 'interest', 'shift', 'nothing'], { example: 'shift' }) kind!: string;
  @uuid({ optional: true, description: 'Tilbuddet eller forslaget, der venter på svar.' }) id?: string;
  @text({ optional: true, max: 300, min: 0, example: 'Fjerne tomme kasser' }) title?: string;
  @nested(MyShiftResponse, { optional: true }) shift?: MyShiftResponse;
}

export class OpenAdviceResponse {
  @text({ max: 500, example: 'torsdag kl. 14-17' }) when!: string;
  @text({ max: 500, example: 'Rådhuset, indgang B' }) where!: string;
}

export class MyPageResponse {
  @text({ example: 'Jonas' }) firstName!: string;
  @nested(NextThingResponse) next!: NextThingResponse;
  @listOf(MyShiftResponse) shifts!: MyShiftResponse[];
  @nested(MyContactResponse) contact!: MyContactResponse;
  @oneOf(contactLevels, { example: 'normal' }) contactLevel!: string;
  @oneOf(reminderDays, { example: 'sunday' }) mondayReminder!: string;
  @nested(OpenAdviceResponse, { nullable: true }) openAdvice!: OpenAdviceResponse | null;
}

export const toMyOffer = ({ match, offer, smallJob, company }: MyOffer): MyOfferResponse => ({
  matchId: match.id,
  offerId: offer?.id ?? null,
  title: smallJob.title,
  company: company.name,
  // A company's no is told by the contact and never by a machine.
  state: match.state === 'rejected' ? 'proposed' : match.state,
  offerState: offer?.state ?? null,
  at: isoWithOffset(match.createdAt),
});

export const toMyCard = ({
  matchId,
  state,
  title,
  company,
  card,
  choices,
  companySees,
  nameTold,
}: MyCard): MyCardResponse => ({
  matchId,
  state,
  title,
  company,
  card,
  choices,
  companySees,
  nameTold,
});

export const toMyConsent = (consent: MyConsent): MyConsentResponse => ({
  ...consent,
  at: isoWithOffset(consent.at),
  withdrawnAt: isoOrNull(consent.withdrawnAt),
});

export const toMyPage = ({
  firstName,
  next,
  shifts,
  contact,
  settings,
  openAdvice,
}: MyPage): MyPageResponse => ({
  firstName,
  next: toNextThing(next),
  shifts: shifts.map(toMyShift),
  contact: toMyContact(contact),
  contactLevel: settings.contactLevel,
  mondayReminder: settings.mondayReminder,
  openAdvice,
});

function toNextThing(next: MyPage['next']): NextThingResponse {
  if (next.kind === 'offer') return { kind: next.kind, id: next.offerId, title: next.title };
  if (next.kind === 'interest') return { kind: next.kind, id: next.matchId, title: next.title };
  if (next.kind === 'shift') return { kind: next.kind, shift: toMyShift(next.shift) };
  return { kind: next.kind };
}

import {
  answerWays,
  declineReasons,
  isoWithOffset,
  offerAnswers,
  offerStates,
  type Actor,
  type AnswerRecord,
  type Offer,
} from '#domain';
import { instant, listOf, oneOf, uuid } from '../../http/fields/index.js';
import { isoOfText, isoOrNull } from '../shifts/instants-out.js';

const staffOnly = 'Kun for kommunen.';

export class OfferAnswerResponse {
  @oneOf(offerAnswers) answer!: string;
  @oneOf(answerWays, { example: 'phone' }) how!: string;
  @instant() at!: string;
  @uuid({ nullable: true, description: 'Den medarbejder, der skrev svaret ned.' }) byStaffId!: string | null;
  @oneOf(declineReasons, { nullable: true, example: 'not-now' }) reason!: string | null;
}

export class DeadlineExtensionResponse {
  @instant() at!: string;
  @uuid({ description: 'Den medarbejder, der gav mere tid.' }) byStaffId!: string;
  @instant({ description: 'Fristen før.' }) from!: string;
}

export class OfferResponse {
  @uuid() id!: string;
  @uuid() matchId!: string;
  @uuid() smallJobId!: string;
  @uuid() companyId!: string;
  @oneOf(offerStates.states, { example: 'sent', description: 'For firmaet: sent, indtil et ja er bindende.' })
  state!: string;
  @instant() createdAt!: string;
  @instant({ example: '2026-12-03T08:00:00+01:00', description: 'Svarfristen.' }) expiresAt!: string;
  @instant({ nullable: true }) acceptedAt!: string | null;
  @instant({ nullable: true, description: 'Hvornår firmaet fik navn og nummer.' }) companyToldAt!:
    string | null;
  @uuid({ optional: true, description: staffOnly }) citizenId?: string;
  @listOf(OfferAnswerResponse, { optional: true, description: staffOnly }) answers?: OfferAnswerResponse[];
  @instant({ optional: true, description: staffOnly }) lastSentAt?: string;
  @instant({ optional: true, nullable: true, description: staffOnly }) remindAt?: string | null;
  @instant({ optional: true, nullable: true, description: `Indtil da kan et ja tages tilbage. ${staffOnly}` })
  bindingAt?: string | null;
  @listOf(DeadlineExtensionResponse, { optional: true, description: staffOnly })
  extensions?: DeadlineExtensionResponse[];
}

export const toOffer = (offer: Offer, actor: Actor): OfferResponse => ({
  id: offer.id,
  matchId: offer.matchId,
  smallJobId: offer.smallJobId,
  companyId: offer.companyId,
  state: offer.state,
  createdAt: isoWithOffset(offer.createdAt),
  expiresAt: isoWithOffset(offer.expiresAt),
  acceptedAt: isoOrNull(offer.acceptedAt),
  companyToldAt: isoOrNull(offer.companyToldAt),
  ...(actor.role !== 'employer' && forMunicipality(offer)),
});

const forMunicipality = ({ citizenId, answers, lastSentAt, remindAt, bindingAt, extensions }: Offer) => ({
  citizenId,
  answers: answers.map(toAnswer),
  lastSentAt: isoWithOffset(lastSentAt),
  remindAt: isoOrNull(remindAt),
  bindingAt: isoOrNull(bindingAt),
  extensions: extensions.map(({ at, byStaffId, from }) => ({
    at: isoOfText(at),
    byStaffId,
    from: isoOfText(from),
  })),
});

const toAnswer = ({ answer, how, at, byStaffId, reason }: AnswerRecord): OfferAnswerResponse => ({
  answer,
  how,
  at: isoOfText(at),
  byStaffId,
  reason,
});

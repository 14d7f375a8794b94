import { agreementStates, isoWithOffset, matchStates, offerStates } from '#domain';
import type { AgreementRow, CompanyRow, OfferRow, ProposalRow } from '#use-cases';
import { flag, instant, int, localDate, nested, oneOf, text, uuid } from '../../http/fields/index.js';
import { ContactPersonResponse, toContactPerson } from '../contacts/contact-person.js';
import { isoOrNull } from '../shifts/instants-out.js';

export class PlacedNameResponse {
  @uuid() id!: string;
  @text({ max: 300, example: 'Frugtlageret' }) name!: string;
}

/** Who, which job, where, and whom to call today. */
class PlacedResponse {
  @uuid() id!: string;
  @nested(PlacedNameResponse) citizen!: PlacedNameResponse;
  @nested(PlacedNameResponse) smallJob!: PlacedNameResponse;
  @nested(PlacedNameResponse) company!: PlacedNameResponse;
  @nested(ContactPersonResponse, { nullable: true, description: 'Den, der svarer i dag.' })
  contact!: ContactPersonResponse | null;
}

export class DeskProposalResponse extends PlacedResponse {
  @oneOf(matchStates.states, { example: 'proposed' }) state!: string;
  @text({ example: 'Solsort 214' }) pseudonym!: string;
  @instant() createdAt!: string;
  @instant({ nullable: true, description: 'Forslaget bortfalder.' }) lapsesAt!: string | null;
}

export class DeskOfferResponse extends PlacedResponse {
  @oneOf(offerStates.states, { example: 'sent' }) state!: string;
  @instant() createdAt!: string;
  @instant({ description: 'Svarfristen.' }) expiresAt!: string;
}

export class DeskAgreementResponse extends PlacedResponse {
  @oneOf(agreementStates.states, { example: 'signed' }) state!: string;
  @localDate({ example: '2026-12-07' }) startDate!: string;
  @localDate({ example: '2026-12-07' }) paidFrom!: string;
  @int({ min: 0, max: 10_080, example: 720 }) weeklyPaidMinutes!: number;
  @int({ min: 0, max: 10_080, example: 0 }) weeklyUnpaidMinutes!: number;
}

export class DeskCompanyResponse {
  @uuid() id!: string;
  @text({ max: 300, example: 'Frugtlageret' }) name!: string;
  @text({ example: '13585628' }) cvr!: string;
  @text({ max: 60, example: 'Vejle' }) town!: string;
  @text({ max: 300, nullable: true, example: 'Engroshandel med frugt' }) industry!: string | null;
  @int({ min: 0, max: 100_000, example: 2, description: 'Åbne, besatte og på pause.' }) smallJobs!: number;
  @int({ min: 0, max: 100_000, example: 1, description: 'Mennesker, der arbejder der nu.' }) people!: number;
  @localDate({ nullable: true, example: '2026-11-12' }) lastVisitOn!: string | null;
  @flag({ description: 'Nogen er der, og ingen får løn.' }) unpaidOnly!: boolean;
  @flag({ description: 'Er mindet om et forslag og har ikke svaret.' }) silent!: boolean;
}

const placed = ({ citizen, smallJob, company, contact }: Omit<ProposalRow, 'match'>) => ({
  citizen: { id: citizen.id, name: citizen.name },
  smallJob: { id: smallJob.id, name: smallJob.title },
  company: { id: company.id, name: company.name },
  contact: toContactPerson(contact),
});

export const toDeskProposal = ({ match, ...row }: ProposalRow): DeskProposalResponse => ({
  id: match.id,
  ...placed(row),
  state: match.state,
  pseudonym: match.pseudonym,
  createdAt: isoWithOffset(match.createdAt),
  lapsesAt: isoOrNull(match.lapsesAt),
});

export const toDeskOffer = ({ offer, ...row }: OfferRow): DeskOfferResponse => ({
  id: offer.id,
  ...placed(row),
  state: offer.state,
  createdAt: isoWithOffset(offer.createdAt),
  expiresAt: isoWithOffset(offer.expiresAt),
});

export const toDeskAgreement = ({ agreement, weekly, ...row }: AgreementRow): DeskAgreementResponse => ({
  id: agreement.id,
  ...placed(row),
  state: agreement.state,
  startDate: agreement.startDate,
  paidFrom: agreement.paidFrom,
  weeklyPaidMinutes: weekly.paid,
  weeklyUnpaidMinutes: weekly.unpaid,
});

export const toDeskCompany = (row: CompanyRow): DeskCompanyResponse => ({
  id: row.company.id,
  name: row.company.name,
  cvr: row.company.cvr,
  town: row.company.address.town,
  industry: row.company.industry,
  smallJobs: row.smallJobs,
  people: row.people,
  lastVisitOn: row.lastVisitOn,
  unpaidOnly: row.isUnpaidOnly,
  silent: row.isSilent,
});

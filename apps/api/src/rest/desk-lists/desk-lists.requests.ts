import { matchStates, type MatchState } from '#domain';
import {
  agreementOrders,
  agreementViews,
  companyOrders,
  companyViews,
  offerOrders,
  offerViews,
  proposalOrders,
  type AgreementOrder,
  type AgreementView,
  type CompanyOrder,
  type CompanyView,
  type OfferOrder,
  type OfferView,
  type ProposalOrder,
} from '#use-cases';
import { flag, oneOf, text } from '../../http/fields/index.js';
import { PageQuery } from '../../http/page.js';

const mine = 'Kun de småjob, den der spørger svarer for.';

export class DeskProposalsQuery extends PageQuery {
  @oneOf(matchStates.states, { example: 'proposed', optional: true }) state: MatchState = 'asking';
  @flag({ optional: true, example: false, description: mine }) mine: boolean = false;
  @oneOf(proposalOrders, { optional: true }) order: ProposalOrder = 'deadline';
}

export class DeskOffersQuery extends PageQuery {
  @oneOf(offerViews, { optional: true, description: 'to-agree: et ja uden aftale.' }) view: OfferView =
    'open';
  @flag({ optional: true, example: false, description: mine }) mine: boolean = false;
  @oneOf(offerOrders, { optional: true }) order: OfferOrder = 'deadline';
}

export class DeskAgreementsQuery extends PageQuery {
  @oneOf(agreementViews, {
    optional: true,
    description: 'unpaid-only: er i gang, og de lønnede timer begynder senere.',
  })
  view: AgreementView = 'running';
  @flag({ optional: true, example: false, description: mine }) mine: boolean = false;
  @oneOf(agreementOrders, { optional: true, description: 'Efter den første dag.' })
  order: AgreementOrder = 'newest';
}

export class DeskCompaniesQuery extends PageQuery {
  @oneOf(companyViews, {
    optional: true,
    description:
      'mine: den der spørger svarer for et af jobbene; new: de sidste 30 dage; idle: uden aktive job; unpaid-only: kun ulønnet; silent: er mindet om et forslag og har ikke svaret.',
  })
  view: CompanyView = 'all';
  @text({ max: 100, optional: true, example: 'frugt', description: 'En del af navnet, eller cvr-nummeret.' })
  text?: string;
  @text({ max: 60, optional: true, example: 'Vejle' }) town?: string;
  @text({ max: 300, optional: true, example: 'Engroshandel med frugt' }) industry?: string;
  @oneOf(companyOrders, { optional: true }) order: CompanyOrder = 'name';
}

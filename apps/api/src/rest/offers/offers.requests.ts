import {
  answerWays,
  declineReasons,
  offerAnswers,
  offerStates,
  type AnswerWay,
  type DeclineReason,
  type OfferAnswer,
  type OfferState,
} from '#domain';
import { flag, instant, oneOf, uuid } from '../../http/fields/index.js';
import { PageQuery } from '../../http/page.js';
import { WithdrawMatchBody } from '../matches/matches.requests.js';

/** On the page only the citizen answers. */
const waysToHear: readonly AnswerWay[] = answerWays.filter((way) => way !== 'page');

export class AnswerOfferBody {
  @oneOf(offerAnswers) answer!: OfferAnswer;
  @oneOf(waysToHear, { example: 'phone', description: 'Hvordan borgeren sagde det.' }) how!: AnswerWay;
  @oneOf(declineReasons, {
    optional: true,
    nullable: true,
    example: 'not-now',
    description: 'Kun ved no, og kun hvis borgeren vil sige det.',
  })
  reason?: DeclineReason | null;
  @flag({ optional: true, example: false, description: 'Firmaet må høre et ja med det samme.' })
  tellCompanyNow?: boolean;
}

export class ExtendOfferBody {
  @instant({
    example: '2026-12-07T12:00:00+01:00',
    description: 'Efter den gamle frist, og senest aftenen før arbejdet begynder.',
  })
  until!: string;
  @flag({ optional: true, example: true, description: 'Borgeren får påmindelsen med den nye frist nu.' })
  tellCitizen?: boolean;
}

export class WithdrawOfferBody extends WithdrawMatchBody {}

export class OfferQuery extends PageQuery {
  @uuid({ optional: true }) smallJobId?: string;
  @uuid({ optional: true, description: 'Kun for kommunen.' }) citizenId?: string;
  @oneOf(offerStates.states, { optional: true, example: 'sent' }) state?: OfferState;
}

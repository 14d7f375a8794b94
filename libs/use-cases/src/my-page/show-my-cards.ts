import {
  dayInWords,
  localDateOf,
  openMatchStates,
  personCard,
  type Actor,
  type Citizen,
  type Language,
  type Match,
  type MatchState,
  type PersonCard,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { modestInterest } from '../match/answer-interest.js';
import { ownRecord } from './own-record.js';
import { myOffers, type MyOffer } from './show-my-offers.js';
import { cardChoices, type CardChoice } from './card-choices.js';

/** The card of one job: exactly what the company sees, or would see. */
export interface MyCard {
  matchId: string;
  state: MatchState;
  title: string;
  company: string;
  card: PersonCard;
  choices: CardChoice[];
  /** The company may see it now. Otherwise it is shown first after a yes. */
  companySees: boolean;
  /** After a yes that has become binding the company knows name and number too. */
  nameTold: boolean;
  /** Since when, in words; empty while it does not. */
  since: string;
}

export interface MyCards {
  language: Language;
  cards: MyCard[];
}

/** The cards of the jobs that are in play. */
export class ShowMyCards {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(actor: Actor, language?: Language): Promise<MyCards> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const citizen = await ownRecord(unit, actor, 'my.cards', language);
      const open = (await myOffers(unit, citizen.id)).filter(({ match }) =>
        openMatchStates.includes(match.state),
      );
      const cards: MyCard[] = [];
      for (const one of open) cards.push(await cardOf(unit, one, citizen));
      return { language: citizen.language, cards };
    });
  }
}

async function cardOf(
  unit: UnitOfWork,
  { match, offer, smallJob, company }: MyOffer,
  citizen: Citizen,
): Promise<MyCard> {
  const shown: Match = { ...match, interest: match.interest ?? modestInterest(await unit.now()) };
  const { proposedAt } = match;
  return {
    matchId: match.id,
    state: match.state,
    title: smallJob.title,
    company: company.name,
    card: personCard(shown, citizen),
    choices: cardChoices(shown, citizen),
    companySees: match.interest !== null,
    nameTold: offer !== null && offer.companyToldAt !== null,
    since: proposedAt ? dayInWords(localDateOf(proposedAt), citizen.language) : '',
  };
}

import { openOfferStates, type Agreement, type Match, type Offer } from '#domain';

interface Going {
  matches: readonly Match[];
  offers: readonly Offer[];
  /** Ended ones too: an offer stays accepted when its agreement has ended. */
  agreements: readonly Agreement[];
}

/** Who has a question, a proposal, an offer, a yes or an agreement: nobody is asked about two things at once. */
export function inPlay({ matches, offers, agreements }: Going): Set<string> {
  const usedUp = new Set(agreements.filter(({ state }) => state === 'ended').map(({ offerId }) => offerId));
  const going = [
    ...matches.filter(({ state }) => state === 'asking' || state === 'proposed'),
    ...offers.filter(
      ({ id, state }) => openOfferStates.includes(state) || (state === 'accepted' && !usedUp.has(id)),
    ),
    ...agreements.filter(({ state }) => state !== 'ended'),
  ];
  return new Set(going.map(({ citizenId }) => citizenId));
}

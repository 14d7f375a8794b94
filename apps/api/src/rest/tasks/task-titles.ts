import type { TaskKind } from '#domain';

/** What stands on the list, as somebody would say it to a colleague. */
export const taskTitles: Readonly<Record<TaskKind, string>> = {
  'ask-interest': 'Spørg, om firmaet må høre om borgeren',
  'give-offer': 'Giv borgeren tilbuddet',
  'remind-offer': 'Mind om tilbuddet',
  'call-citizen': 'Ring til borgeren',
  'call-before-shift': 'Ring før vagten',
  'visit-workplace': 'Aftal et besøg på arbejdspladsen',
  'tell-citizen-no': 'Fortæl borgeren, at det ikke blev denne gang',
  'next-person': 'Vælg den næste til småjobbet',
  'employer-silent': 'Firmaet har ikke svaret',
  'not-understood': 'En SMS blev ikke forstået: ring',
  'message-not-delivered': 'En besked kom ikke frem',
  'correct-number': 'Ret nummeret eller adressen',
  'remind-shift': 'Mind om vagten',
  'tell-citizen': 'Giv borgeren besked',
  'tell-company': 'Giv firmaet besked',
  'step-by-hand': 'Tag trinnet selv: beskeden nåede ikke frem',
  'unknown-attendance': 'Ved ikke: er borgeren mødt?',
  'unconfirmed-list': 'Blev vagten til noget?',
  'nobody-took-it': 'Ingen har taget sagen',
  'first-day': 'Vær med den første dag',
  'grow-hours': 'Tal om flere timer',
  'correct-record': 'Borgeren siger, at noget er forkert',
};

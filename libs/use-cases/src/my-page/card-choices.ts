import {
  agreedFields,
  personCard,
  type Citizen,
  type Match,
  type PersonCard,
  type ShareableField,
} from '#domain';

/** One thing on the card that can be shown or not. */
export interface CardChoice {
  field: ChoosableField;
  shown: boolean;
  /** What it puts on the card; a field with nothing in it is no choice. */
  alone: PersonCard;
}

/** In the order of the card. `travel` stands on no card. */
export const choosableFields = [
  'goals',
  'wishes',
  'dream',
  'abilities',
  'certificates',
  'accommodations',
  'hours',
  'danishLevel',
] as const satisfies readonly ShareableField[];
export type ChoosableField = (typeof choosableFields)[number];

/** What each field would put on the card, found by making a card of that field alone. */
export function cardChoices(match: Match, citizen: Citizen): CardChoice[] {
  const agreed = agreedFields(match.interest?.fields ?? []);
  return choosableFields
    .map((field) => ({ field, shown: agreed.has(field), alone: cardOfOne(field, match, citizen) }))
    .filter(({ alone }) => !isEmpty(alone));
}

function cardOfOne(field: ChoosableField, match: Match, citizen: Citizen): PersonCard {
  const interest = { how: 'link' as const, at: '', fields: [field], startWithoutMeeting: null };
  return personCard({ ...match, interest }, citizen);
}

const isEmpty = ({ wishes, abilities, accommodations, hours, danishLevel }: PersonCard): boolean =>
  wishes.length + abilities.length + accommodations.length === 0 && hours === null && danishLevel === null;

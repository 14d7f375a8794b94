import type { Citizen } from '../citizen/index.js';
import { findCategory, type DanishLevel } from '../small-job/index.js';
import type { Match, ShareableField } from './match.js';

/** What a company sees of a person before it may know the name: only what the citizen has agreed to. */
export interface PersonCard {
  pseudonym: string;
  wishes: string[];
  abilities: string[];
  accommodations: string[];
  hours: { min: number; max: number; wish: number } | null;
  danishLevel: DanishLevel | null;
}

/** Fields are read tolerantly: a consultant may write `goals` or `jobGoals`; unknown ones show nothing. */
const aliases: Record<string, ShareableField> = {
  jobGoals: 'goals',
  goal: 'goals',
  wish: 'wishes',
  ability: 'abilities',
  limits: 'accommodations',
  needs: 'accommodations',
  accommodation: 'accommodations',
};

/** The fields that were agreed to, by the names they have now. */
export const agreedFields = (fields: readonly string[]): Set<string> =>
  new Set(fields.map((field) => aliases[field] ?? field));

export function personCard(match: Match, citizen: Citizen): PersonCard {
  const agreed = agreedFields(match.interest?.fields ?? []);
  const goals = [...citizen.jobGoals].sort((a, b) => a.rank - b.rank);
  const wishes = [
    ...(agreed.has('goals') ? goals.map((goal) => findCategory(goal.category)?.name ?? goal.category) : []),
    ...(agreed.has('wishes') ? goals.map((goal) => goal.ownWords).filter((words) => words !== '') : []),
    ...(agreed.has('dream') && citizen.dream ? [citizen.dream] : []),
  ];
  return {
    pseudonym: match.pseudonym,
    wishes,
    abilities: [
      ...(agreed.has('abilities') ? abilitiesOf(citizen) : []),
      ...(agreed.has('certificates') ? citizen.certificates : []),
    ],
    accommodations: agreed.has('accommodations') ? citizen.needs : [],
    hours: agreed.has('hours') ? citizen.hours : null,
    danishLevel: agreed.has('danishLevel') ? citizen.danishLevel : null,
  };
}

/** Abilities in positive words, never what a person cannot. */
function abilitiesOf(citizen: Citizen): string[] {
  const { limits } = citizen;
  return [
    ...(limits.liftKg > 0 ? [`kan løfte op til ${limits.liftKg} kg`] : []),
    ...(limits.standing === 2 ? ['kan stå og gå meget'] : []),
    ...(limits.peopleContact === 2 ? ['er god til at tale med mennesker'] : []),
  ];
}

const birds = [
  'Solsort',
  'Lærke',
  'Svale',
  'Mejse',
  'Gøg',
  'Stær',
  'Vibe',
  'Terne',
  'Spove',
  'Rødhals',
  'Bogfinke',
  'Fasan',
  'Ugle',
  'Trane',
  'Hejre',
  'Dompap',
];

/** A friendly name that says nothing about the person, made from the match and not from the citizen. */
export function pseudonymFor(matchId: string): string {
  const digits = matchId.replaceAll('-', '').slice(-6);
  const number = Number.parseInt(digits, 16);
  return `${birds[number % birds.length]} ${100 + (number % 900)}`;
}

import type { Degree, Demands } from '#domain';

export type DegreeDemand = Extract<keyof Demands, 'standing' | 'noise' | 'peopleContact'>;

interface DegreeWords {
  /** What the job has: 1 some, 2 much. */
  has: readonly [none: string, some: string, much: string];
  /** What the citizen can, when it is less than the job has. */
  can: readonly [none: string, some: string];
  /** The clause after "Ja, hvis" that brings the job down to the degree. */
  atMost: readonly [none: string, some: string];
  /** The same as a label of a proposal. */
  label: readonly [none: string, some: string];
}

const words: Readonly<Record<DegreeDemand, DegreeWords>> = {
  standing: {
    has: ['intet stående arbejde', 'noget stående arbejde', 'meget stående arbejde'],
    can: ['har brug for at sidde', 'kan klare noget'],
    atMost: ['arbejdet kan gøres siddende', 'der højst er noget stående arbejde'],
    label: ['arbejdet kan gøres siddende', 'højst noget stående arbejde'],
  },
  noise: {
    has: ['ingen støj', 'noget støj', 'meget støj'],
    can: ['har brug for ro', 'kan klare noget'],
    atMost: ['der er ro', 'der højst er noget støj'],
    label: ['ingen støj', 'højst noget støj'],
  },
  peopleContact: {
    has: ['ingen kontakt med mennesker', 'noget kontakt med mennesker', 'meget kontakt med mennesker'],
    can: ['arbejder bedst for sig selv', 'kan klare noget'],
    atMost: ['opgaven kan løses for sig selv', 'der højst er noget kontakt med mennesker'],
    label: ['opgaven kan løses for sig selv', 'højst noget kontakt med mennesker'],
  },
};

/** "meget støj, kan klare noget". */
export const degreeMiss = (demand: DegreeDemand, job: Degree, citizen: Degree): string =>
  `${words[demand].has[job]}, ${words[demand].can[citizen === 0 ? 0 : 1]}`;

export const degreeAtMost = (demand: DegreeDemand, degree: Degree): string =>
  words[demand].atMost[degree === 0 ? 0 : 1];

export const degreeLabel = (demand: DegreeDemand, degree: Degree): string =>
  words[demand].label[degree === 0 ? 0 : 1];

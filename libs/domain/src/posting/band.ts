/** How many fit, in words: a company never sees a count below five (practice.md). */
export const fitBands = ['none', 'few', 'many'] as const;
export type FitBand = (typeof fitBands)[number];

const MANY_FROM = 5;

export const bandOf = (count: number): FitBand => (count <= 0 ? 'none' : count < MANY_FROM ? 'few' : 'many');

export const isHigher = (one: FitBand, other: FitBand): boolean =>
  fitBands.indexOf(one) > fitBands.indexOf(other);

import { findCategory, type DanishLevel, type TravelMode } from '#domain';

/** Conditions of the work by slug; a municipality's own slug is shown as it is written. */
const conditions: Readonly<Record<string, string>> = {
  stairs: 'trapper',
  cold: 'kulde',
  heat: 'varme',
  kneeling: 'arbejde på knæ',
  alone: 'arbejde alene',
  screen: 'skærmarbejde',
  dust: 'støv',
  heights: 'arbejde i højden',
  driving: 'kørsel',
  'night-work': 'natarbejde',
  'fixed-pace': 'fast tempo',
  outdoors: 'arbejde ude',
};

/** What a company can offer and a citizen can have agreed to name (matching.md, R46). */
const accommodations: Readonly<Record<string, string>> = {
  'fixed-buddy': 'fast makker',
  buddy: 'fast makker',
  'calm-start': 'rolig start',
  'few-new-faces': 'få nye ansigter',
  'written-plan': 'skriftlig plan',
  'breaks-when-needed': 'pauser efter behov',
  breaks: 'pauser efter behov',
};

const certificates: Readonly<Record<string, string>> = {
  truck: 'truckcertifikat',
  forklift: 'truckcertifikat',
  'driving-licence': 'kørekort',
  'food-hygiene': 'hygiejnebevis',
  hygiejne: 'hygiejnebevis',
};

const asWritten = (slug: string): string => slug.replaceAll('-', ' ');

export const conditionName = (slug: string): string => conditions[slug] ?? asWritten(slug);
export const accommodationName = (slug: string): string => accommodations[slug] ?? asWritten(slug);
export const certificateName = (slug: string): string => certificates[slug] ?? asWritten(slug);
export const categoryName = (id: string): string => findCategory(id)?.name.toLowerCase() ?? asWritten(id);

/** After a number of minutes: "14 min. på cykel". */
export const byMode: Readonly<Record<TravelMode, string>> = {
  walk: 'til fods',
  bike: 'på cykel',
  bus: 'med bus',
  car: 'i bil',
};

/** Danish in words, not on a scale (screens.md). */
const danish = [
  'intet dansk',
  'enkelte ord',
  'korte beskeder',
  'enkle samtaler',
  'hverdagsdansk',
  'flydende dansk',
];
const danishName = (level: DanishLevel): string =>
  level === 0 || level >= 4 ? danish[level]! : `${danish[level]} på dansk`;

/** "brug for hverdagsdansk, kan korte beskeder". */
export const danishMiss = (job: DanishLevel, citizen: DanishLevel): string =>
  `brug for ${danishName(job)}, ${citizen === 0 ? 'kan ikke dansk endnu' : `kan ${danish[citizen]!}`}`;

/** "korte beskeder på dansk er nok". */
export function danishIsEnough(level: DanishLevel): string {
  if (level === 0) return 'opgaven kan løses uden dansk';
  return `${danishName(level)} er nok`;
}

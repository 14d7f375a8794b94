import {
  accommodationInWords,
  certificateInWords,
  conditionInWords,
  danishLevelNames,
  findCategory,
  type DanishLevel,
  type TravelMode,
} from '#domain';

export const conditionName = (slug: string): string => conditionInWords(slug);
export const accommodationName = (slug: string): string => accommodationInWords(slug);
export const certificateName = (slug: string): string => certificateInWords(slug);
export const categoryName = (id: string): string =>
  findCategory(id)?.name.toLowerCase() ?? id.replaceAll('-', ' ');

/** After a number of minutes: "14 min. på cykel". */
export const byMode: Readonly<Record<TravelMode, string>> = {
  walk: 'til fods',
  bike: 'på cykel',
  bus: 'med bus',
  car: 'i bil',
};

const danishName = (level: DanishLevel): string =>
  level === 0 || level >= 4 ? danishLevelNames[level].da : `${danishLevelNames[level].da} på dansk`;

/** "brug for hverdagsdansk, kan korte beskeder". */
export const danishMiss = (job: DanishLevel, citizen: DanishLevel): string =>
  `brug for ${danishName(job)}, ${citizen === 0 ? 'kan ikke dansk endnu' : `kan ${danishLevelNames[citizen].da}`}`;

/** "korte beskeder på dansk er nok". */
export function danishIsEnough(level: DanishLevel): string {
  if (level === 0) return 'opgaven kan løses uden dansk';
  return `${danishName(level)} er nok`;
}

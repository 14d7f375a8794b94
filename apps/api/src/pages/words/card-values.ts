import { accommodationInWords, certificateInWords, danishLevelNames, type DanishLevel } from '#domain';

/**
 * What stands on a card is Danish whatever the page speaks: it is exactly what the company sees. Needs and certificates
 * are kept as slugs.
 */

/** So that it reads on from "Er god til": the card says "kan løfte op til 20 kg", and certificates by slug. */
export const abilityInWords = (ability: string): string =>
  /^[a-z-]+$/.test(ability) ? certificateInWords(ability) : ability.replace(/^(?:kan|er god til at) /, 'at ');

export const needInWords = (slug: string): string => accommodationInWords(slug);

export function danishInWords(level: DanishLevel): string {
  if (level === 0) return 'taler ikke dansk endnu';
  return `${level === 5 ? 'taler' : 'kan'} ${danishLevelNames[level].da}`;
}

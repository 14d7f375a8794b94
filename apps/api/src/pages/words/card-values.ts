/**
 * What stands on a card is Danish whatever the page speaks: it is exactly what the company sees. Needs are kept as
 * slugs; a municipality's own slug is shown as it is written.
 */
const needs: Readonly<Record<string, string>> = {
  'fixed-buddy': 'en fast makker',
  buddy: 'en fast makker',
  'calm-start': 'en rolig start',
  'few-new-faces': 'få nye ansigter',
  'written-plan': 'en skriftlig plan',
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

/** So that it reads on from "Er god til": the card says "kan løfte op til 20 kg", and certificates by slug. */
export const abilityInWords = (ability: string): string =>
  certificates[ability] ?? ability.replace(/^(?:kan|er god til at) /, 'at ');

export const needInWords = (slug: string): string => needs[slug] ?? slug.replaceAll('-', ' ');

const levels = [
  'taler ikke dansk endnu',
  'kan enkelte ord',
  'kan korte beskeder',
  'kan enkle samtaler',
  'kan hverdagsdansk',
  'taler flydende dansk',
];

export const danishInWords = (level: number): string => levels[level] ?? '';

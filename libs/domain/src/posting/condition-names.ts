import type { Language } from '../citizen/index.js';
import type { DanishLevel } from '../small-job/index.js';
import type { KnownCertificate, OfferableAccommodation, WorkCondition } from './conditions.js';

type Named = Readonly<Record<Language, string>>;

/** As they stand inside a sentence; a form writes them with a capital. */
export const workConditionNames: Readonly<Record<WorkCondition, Named>> = {
  stairs: { da: 'trapper', en: 'stairs' },
  cold: { da: 'kulde', en: 'cold' },
  heat: { da: 'varme', en: 'heat' },
  kneeling: { da: 'arbejde på knæ', en: 'work on the knees' },
  alone: { da: 'arbejde alene', en: 'work alone' },
  screen: { da: 'skærmarbejde', en: 'work at a screen' },
  dust: { da: 'støv', en: 'dust' },
  heights: { da: 'arbejde i højden', en: 'work at heights' },
  driving: { da: 'kørsel', en: 'driving' },
  'night-work': { da: 'natarbejde', en: 'work at night' },
  'fixed-pace': { da: 'fast tempo', en: 'a fixed pace' },
  outdoors: { da: 'arbejde ude', en: 'work outdoors' },
};

export const knownCertificateNames: Readonly<Record<KnownCertificate, Named>> = {
  forklift: { da: 'truckcertifikat', en: 'forklift certificate' },
  'driving-licence': { da: 'kørekort', en: 'driving licence' },
  'food-hygiene': { da: 'hygiejnebevis', en: 'food hygiene certificate' },
};

export const offerableAccommodationNames: Readonly<Record<OfferableAccommodation, Named>> = {
  'fixed-buddy': { da: 'en fast makker', en: 'a fixed buddy' },
  'calm-start': { da: 'en rolig start', en: 'a calm start' },
  'few-new-faces': { da: 'få nye ansigter', en: 'few new faces' },
  'written-plan': { da: 'en skriftlig plan', en: 'a written plan' },
  'breaks-when-needed': { da: 'pauser efter behov', en: 'breaks when needed' },
};

/** Danish in words, not on a scale (screens.md): what one can, or what there is need of. */
export const danishLevelNames: Readonly<Record<DanishLevel, Named>> = {
  0: { da: 'intet dansk', en: 'no Danish' },
  1: { da: 'enkelte ord', en: 'single words' },
  2: { da: 'korte beskeder', en: 'short messages' },
  3: { da: 'enkle samtaler', en: 'simple talk' },
  4: { da: 'hverdagsdansk', en: 'everyday Danish' },
  5: { da: 'flydende dansk', en: 'fluent Danish' },
};

/** What other systems call the same. */
const sameAs: Readonly<Record<string, string>> = {
  truck: 'forklift',
  hygiejne: 'food-hygiene',
  buddy: 'fixed-buddy',
  breaks: 'breaks-when-needed',
};

/** A slug that no list knows is a municipality's own, and is shown as it is written. */
const inWords =
  (names: Readonly<Record<string, Named>>) =>
  (slug: string, language: Language = 'da'): string =>
    names[sameAs[slug] ?? slug]?.[language] ?? slug.replaceAll('-', ' ');

export const conditionInWords = inWords(workConditionNames);
export const certificateInWords = inWords(knownCertificateNames);
export const accommodationInWords = inWords(offerableAccommodationNames);

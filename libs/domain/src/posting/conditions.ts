/** What work can ask of a person besides lifting, standing, noise and people; the words that both sides choose from. */
export const workConditions = [
  'stairs',
  'cold',
  'heat',
  'kneeling',
  'alone',
  'screen',
  'dust',
  'heights',
  'driving',
  'night-work',
  'fixed-pace',
  'outdoors',
] as const;

export const knownCertificates = ['forklift', 'driving-licence', 'food-hygiene'] as const;

/** What a company can offer so that more people can do the work. */
export const offerableAccommodations = [
  'fixed-buddy',
  'calm-start',
  'few-new-faces',
  'written-plan',
  'breaks-when-needed',
] as const;

export type WorkCondition = (typeof workConditions)[number];
export type KnownCertificate = (typeof knownCertificates)[number];
export type OfferableAccommodation = (typeof offerableAccommodations)[number];

import type { Evidence, Shift } from './shift.js';

const strength: readonly Evidence['by'][] = ['workplace', 'contact', 'citizen'];

/** How much a word of attendance weighs: 1 is the workplace, 2 the contact, 3 the citizen (practice). */
export const strengthOf = ({ by }: Pick<Evidence, 'by'>): number => strength.indexOf(by) + 1;

/**
 * The word that decides whether the person was there: the strongest, and of equally strong ones the newest. PÅ VEJ and
 * KOMMER SENERE are no arrival and decide nothing.
 */
export function strongestEvidence({ evidence }: Pick<Shift, 'evidence'>): Evidence | null {
  const deciding = evidence.filter(({ says }) => says === 'here' || says === 'not-here' || says === 'absent');
  return deciding.reduce<Evidence | null>(
    (best, one) => (best === null || strengthOf(one) <= strengthOf(best) ? one : best),
    null,
  );
}

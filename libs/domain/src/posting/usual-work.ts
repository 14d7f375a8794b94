import type { DanishLevel, Demands } from '../small-job/index.js';

/** What work of a kind is mostly like. Proposed openly, never stored by itself. */
export interface UsualWork {
  demands: Omit<Demands, 'other'>;
  danishLevel: DanishLevel;
}

const work = (
  liftKg: number,
  standing: Demands['standing'],
  noise: Demands['noise'],
  peopleContact: Demands['peopleContact'],
  danishLevel: DanishLevel,
): UsualWork => ({ demands: { liftKg, standing, noise, peopleContact }, danishLevel });

const ordinary = work(5, 1, 1, 0, 1);

/** Our own estimate of what each kind mostly asks; a first proposal and nothing more. */
const byCategory: Readonly<Record<string, UsualWork>> = {
  oprydning: work(5, 2, 1, 0, 1),
  rengoering: work(5, 2, 1, 0, 1),
  skurvogne: work(5, 2, 1, 0, 1),
  service: work(5, 2, 1, 1, 2),
  lager: work(10, 2, 1, 0, 2),
  post: work(5, 1, 0, 1, 2),
  transport: work(15, 1, 1, 1, 3),
  koekken: work(5, 2, 1, 1, 2),
  afrydning: work(5, 2, 1, 1, 1),
  gartner: work(10, 2, 1, 0, 1),
  vicevaert: work(10, 2, 1, 1, 2),
  butik: work(5, 2, 1, 2, 3),
  kontor: work(0, 0, 0, 1, 3),
  produktion: work(5, 2, 2, 0, 2),
};

export const usualWorkOf = (category: string | undefined): UsualWork =>
  byCategory[category ?? ''] ?? ordinary;

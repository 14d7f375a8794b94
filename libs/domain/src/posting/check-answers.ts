import { refuseUnless } from '../kernel/index.js';
import { checkWeek, findCategory } from '../small-job/index.js';
import type { PostingAnswers } from './draft.js';

/** A draft may lack anything, but what it holds can be posted: a week that cannot is refused while it is typed. */
export function checkAnswers({ category, weeklyShifts = [] }: PostingAnswers): void {
  refuseUnless(category === undefined || findCategory(category), 'category.unknown', { category });
  checkWeek(weeklyShifts);
}

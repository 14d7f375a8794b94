import { refuseUnless, type LocalDate } from '../kernel/index.js';
import { checkStart, checkWeek, findCategory } from '../small-job/index.js';
import type { PostingAnswers } from './draft.js';

/**
 * A draft may lack anything, but what it holds can be posted: a week or a first day that cannot is refused while it is
 * typed. The first day of a draft that was left passes by itself: it stands until it is answered again.
 *
 * @throws category.unknown, small-job.start-in-past, small-job.dates-invalid, and what `checkWeek` throws
 */
export function checkAnswers(answers: PostingAnswers, before: PostingAnswers, today: LocalDate): void {
  const { category, weeklyShifts = [], startDate, endDate } = answers;
  refuseUnless(category === undefined || findCategory(category), 'category.unknown', { category });
  checkWeek(weeklyShifts);
  if (startDate === undefined) return;
  checkStart(startDate, before.startDate, today);
  refuseUnless(!endDate || endDate >= startDate, 'small-job.dates-invalid');
}

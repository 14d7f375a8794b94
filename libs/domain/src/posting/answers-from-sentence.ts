import { checkWeek } from '../small-job/index.js';
import type { WeeklyShift } from '../small-job/index.js';
import type { PostingAnswers } from './draft.js';
import { fromSentence, type SentenceReading } from './from-sentence.js';

/** What a sentence answers of a posting. Proposals are answers too: the page that follows says which they are. */
export function answersFromSentence(sentence: string): PostingAnswers {
  const read = fromSentence(sentence);
  const shifts = read.weeklyShifts.map((slot) => ({ ...slot, breakMinutes: 0 }));
  return {
    sentence,
    ...(read.title !== null && { title: read.title }),
    ...(read.category !== null && { category: read.category }),
    ...(Object.keys(read.demands).length > 0 && { demands: read.demands }),
    ...(read.positions !== null && { positions: read.positions }),
    ...(shifts.length > 0 && canBePosted(shifts) ? { weeklyShifts: shifts } : roughly(read)),
  };
}

/** A week of forty hours is somebody's sentence too; it is corrected in the week and not refused at the door. */
function canBePosted(shifts: readonly WeeklyShift[]): boolean {
  try {
    checkWeek(shifts);
    return true;
  } catch {
    return false;
  }
}

function roughly({ weekdays, start, end }: SentenceReading): Pick<PostingAnswers, 'week'> {
  if (weekdays.length === 0 && start === null && end === null) return {};
  return { week: { weekdays, ...(start !== null && { start }), ...(end !== null && { end }) } };
}

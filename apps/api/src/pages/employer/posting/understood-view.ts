import {
  answersFromSentence,
  findCategory,
  fromSentence,
  timeInWords,
  weekdaysInWords,
  type Language,
  type PostingAnswers,
  type SentenceReading,
} from '#domain';
import type { EmployerPostWords } from '../../words/employer-post.js';
import { categoryWords } from './task-step.js';

/** What was understood of the line, said plainly, with what is our proposal marked as that. */
export interface UnderstoodView {
  heading: string;
  lines: { what: string; why: string; guessed: boolean }[];
  note: string;
}

/** Null without a line, and when the week has been changed since: then it is no news any more. */
export function understoodView(
  answers: PostingAnswers,
  w: EmployerPostWords,
  language: Language,
): UnderstoodView | null {
  const { sentence } = answers;
  if (!sentence || !isAsRead(answers, answersFromSentence(sentence))) return null;
  const read = fromSentence(sentence);
  const lines = [taskLine, daysLine, timesLine, minutesLine, demandsLine, positionsLine].flatMap((line) => {
    const what = line(read, w, language);
    return what ? [what] : [];
  });
  if (lines.length === 0) return null;
  return { heading: w.understood, lines, note: read.everyOtherWeek ? w.everyOtherWeek : '' };
}

const isAsRead = (now: PostingAnswers, read: PostingAnswers): boolean => {
  const hours = ({ weeklyShifts = [], week }: PostingAnswers): string =>
    JSON.stringify([
      weeklyShifts.map(({ weekday, start, end }) => [weekday, start, end]),
      week?.weekdays,
      week?.start,
      week?.end,
    ]);
  return hours(now) === hours(read);
};

type Line = (
  read: SentenceReading,
  w: EmployerPostWords,
  language: Language,
) => UnderstoodView['lines'][number] | null;

const taskLine: Line = ({ title, category }, w, language) => {
  if (title === null) return null;
  const name = category && (categoryWords(language)[category] ?? findCategory(category)?.name);
  return { what: name ? w.understoodTask(title, name) : w.understoodTitle(title), why: '', guessed: false };
};

const daysLine: Line = (read, w, language) =>
  read.weekdays.length === 0
    ? null
    : { what: w.understoodDays(weekdaysInWords(read.weekdays, language)), ...why(read, 'weekdays', w) };

const timesLine: Line = (read, w) => {
  const { start, end } = read;
  if (start === null) return null;
  if (end === null) return { what: w.understoodStart(timeInWords(start)), ...why(read, 'start', w) };
  const both = [why(read, 'start', w), why(read, 'end', w)];
  const guess = both.find(({ guessed }) => guessed) ?? both[0]!;
  return { what: w.understoodTimes(timeInWords(start), timeInWords(end)), ...guess };
};

const minutesLine: Line = (read, w) =>
  read.minutesPerDay === null || read.end !== null
    ? null
    : { what: w.understoodMinutes(w.lateMinutes(String(read.minutesPerDay))), ...why(read, 'minutes', w) };

const demandsLine: Line = ({ understood }, w) => {
  const words = understood.filter(({ what }) => what === 'demands').map((one) => one.words);
  return words.length === 0 ? null : { what: w.understoodDemand(words.join(', ')), why: '', guessed: false };
};

const positionsLine: Line = ({ positions }, w) =>
  positions === null ? null : { what: w.understoodPositions(String(positions)), why: '', guessed: false };

function why(
  { understood }: SentenceReading,
  about: 'weekdays' | 'start' | 'end' | 'minutes',
  w: EmployerPostWords,
): { why: string; guessed: boolean } {
  const found = understood.find(({ what }) => what === about);
  if (!found || found.how === 'said') return { why: '', guessed: false };
  return { why: found.words ? w.ourProposalFor(found.words) : w.ourProposal, guessed: true };
}

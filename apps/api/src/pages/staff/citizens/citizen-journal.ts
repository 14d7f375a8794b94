import { goalName, localDateOf, phoneInPairs, timeInWords } from '#domain';
import type { CitizenDesk } from '#use-cases';
import { timelineSentence } from '../../../http/sentences/timeline-sentences.js';
import { citizensWords as w } from '../../words/desk-citizens.js';
import { shortDay, shortTime } from '../placement/when.js';

const LINES = 10;

/** What a colleague needs to go on, as plain text: who, where it stands, what was agreed (R53). No CPR number. */
export function citizenJournal(desk: CitizenDesk): string {
  const { citizen, broker, at, week, notes, timeline, step } = desk;
  const today = localDateOf(at);
  const goals = [...citizen.jobGoals].sort((a, b) => a.rank - b.rank);
  const [text] = w.steps[step.step];
  return [
    `${citizen.name}, ${shortTime(at, at)}`,
    ...(broker
      ? [`${w.broker}: ${broker.name}${broker.phone === null ? '' : `, ${phoneInPairs(broker.phone)}`}`]
      : []),
    `${w.next}: ${text}`,
    '',
    `${w.goals}:`,
    ...(goals.length === 0 ? [w.noGoals] : goals.map((goal, place) => goalLine(goal, place))),
    ...(citizen.dream ? [`${w.dream}: ${citizen.dream}`] : []),
    '',
    `${w.week}:`,
    ...(week.length === 0
      ? [w.noShifts]
      : week.map(
          ({ date, start, end, state }) =>
            `- ${shortDay(date, today)} kl. ${timeInWords(start)}-${timeInWords(end)}: ${w.shiftStates[state]}`,
        )),
    '',
    `${w.notes}:`,
    ...(notes.length === 0
      ? [w.noNotes]
      : notes
          .filter(({ isCorrected }) => !isCorrected)
          .map(
            ({ note, by }) =>
              `- ${shortTime(note.at, at)}, ${by?.name ?? ''}: ${note.purpose}. ${w.agreedShort(note.agreed)}`,
          )),
    '',
    `${w.timeline}:`,
    ...timeline.entries
      .slice(0, LINES)
      .map((entry) => `- ${shortTime(entry.at, at)}: ${timelineSentence(entry)}`),
  ].join('\n');
}

const goalLine = ({ category, ownWords }: { category: string; ownWords: string }, place: number): string =>
  `${w.goalRank(place + 1)} ${goalName(category)}${ownWords === '' ? '' : `: »${ownWords}«`}`;

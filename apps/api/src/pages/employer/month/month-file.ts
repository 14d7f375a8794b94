import type { Language } from '#domain';
import type { MonthRecord } from '#use-cases';
import { monthWords } from '../../words/employer-week.js';
import { csv } from '../../../http/csv.js';
import { standingIn } from './month-row-view.js';

/** The month for the payroll: a line per shift, paid and unpaid told apart in a column of its own. */
export function monthFile({ people, now }: MonthRecord, language: Language): string {
  const w = monthWords[language];
  const { person, title, date, start, end, kind, hours, minutes, standing } = w.column;
  const lines = people.flatMap(({ citizen, smallJob, lines: own }) =>
    own.map((line) => [
      citizen.name,
      smallJob.title,
      line.shift.date,
      line.shift.start,
      line.shift.end,
      line.shift.paid ? w.paid : w.unpaid,
      inHours(line.standing === 'not-worked' ? 0 : line.minutes),
      String(line.standing === 'not-worked' ? 0 : line.minutes),
      standingIn(line, now, w),
    ]),
  );
  return csv([[person, title, date, start, end, kind, hours, minutes, standing], ...lines]);
}

/** "3,75": spreadsheets in Denmark read a comma. */
const inHours = (minutes: number): string => (minutes / 60).toFixed(2).replace('.', ',');

import { hoursInWords } from '#domain';
import type { WeekOfHours } from '#use-cases';
import { citizensWords as w } from '../../words/desk-citizens.js';
import { shortDay } from '../placement/when.js';

/** A small line that grows, drawn on the server, with its table: paid and unpaid are never one line (R66, R86). */
export interface HoursLineView {
  heading: string;
  /** What the picture says, for those who do not see it. */
  text: string;
  /** Empty where there are no hours. */
  paidLine: string;
  unpaidLine: string;
  top: string;
  first: string;
  last: string;
  paid: string;
  unpaid: string;
  table: { summary: string; week: string; rows: { week: string; paid: string; unpaid: string }[] };
  none: string;
}

const WIDTH = 320;
const HEIGHT = 80;

export function hoursLineView(weeks: readonly WeekOfHours[], today: string): HoursLineView {
  const paid = summed(weeks.map(({ paidMinutes }) => paidMinutes));
  const unpaid = summed(weeks.map(({ unpaidMinutes }) => unpaidMinutes));
  const most = Math.max(paid.at(-1) ?? 0, unpaid.at(-1) ?? 0);
  const line = (sums: readonly number[]): string =>
    sums
      .map(
        (sum, at) =>
          `${Math.round((WIDTH * at) / (sums.length - 1))},${Math.round(HEIGHT - (HEIGHT * sum) / most)}`,
      )
      .join(' ');
  return {
    heading: w.hours,
    text: w.hoursText(hoursInWords(paid.at(-1) ?? 0), hoursInWords(unpaid.at(-1) ?? 0)),
    paidLine: most === 0 ? '' : line(paid),
    unpaidLine: most === 0 || unpaid.at(-1) === 0 ? '' : line(unpaid),
    top: w.hoursShort(Math.round(most / 60)),
    first: shortDay(weeks[0]?.monday ?? today, today),
    last: 'nu',
    paid: w.paid,
    unpaid: w.unpaid,
    table: {
      summary: w.hoursTable,
      week: w.weekOf,
      rows: [...weeks].reverse().map(({ monday, paidMinutes, unpaidMinutes }) => ({
        week: shortDay(monday, today),
        paid: hoursInWords(paidMinutes),
        unpaid: hoursInWords(unpaidMinutes),
      })),
    },
    none: most === 0 ? w.hoursNone : '',
  };
}

function summed(minutes: readonly number[]): number[] {
  let sum = 0;
  return minutes.map((one) => (sum += one));
}

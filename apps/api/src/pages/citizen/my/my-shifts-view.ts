import type { MyShifts } from '#use-cases';
import { page, type ShownPage } from '../../frame/page.js';
import { citizenMyShiftsWords } from '../../words/citizen-my-shifts.js';
import { shiftRow, type ShiftRow } from './shift-row.js';

interface MyShiftsView {
  heading: string;
  coming: {
    heading: string;
    rows: ShiftRow[];
    none: string[];
    more: { label: string; rows: ShiftRow[] } | null;
  };
  before: { heading: string; rows: ShiftRow[]; none: string };
  calendar: string;
}

/** Two weeks of work; what comes after that is folded away. */
const AT_ONCE = 10;

const shown = page<MyShiftsView>('citizen/my-shifts');

export function myShiftsOf({ next, before, language }: MyShifts, c: string): ShownPage {
  const w = citizenMyShiftsWords[language];
  return shown({
    title: w.listTitle,
    language,
    readAloud: true,
    heading: w.listTitle,
    coming: {
      heading: w.coming,
      rows: next.slice(0, AT_ONCE).map(shiftRow),
      more: next.length > AT_ONCE ? { label: w.laterOnes, rows: next.slice(AT_ONCE).map(shiftRow) } : null,
      none: [w.noneYet, w.contactCallsWhen(c)],
    },
    before: { heading: w.before, rows: before.map(shiftRow), none: w.noneBefore },
    calendar: w.inYourCalendar,
  });
}

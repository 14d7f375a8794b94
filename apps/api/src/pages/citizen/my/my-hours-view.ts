import { dayInWords, hoursInWords, monthName, type Language } from '#domain';
import type { MonthOfHours, MyHours } from '#use-cases';
import { page, type ShownPage } from '../../frame/page.js';
import { citizenMyShiftsWords } from '../../words/citizen-my-shifts.js';
import { capital } from '../../words/index.js';

interface MonthView {
  id: string;
  heading: string;
  totals: { label: string; value: string }[];
  eachDay: string;
  lines: { day: string; hours: string; kind: string; howSure: string }[];
}

interface MyHoursView {
  heading: string;
  hint: string;
  months: MonthView[];
  none: string[];
  wrong: { heading: string; line: string };
}

const shown = page<MyHoursView>('citizen/my-hours');

export function myHoursOf({ months, language }: MyHours, c: string): ShownPage {
  const w = citizenMyShiftsWords[language];
  return shown({
    title: w.hoursTitle,
    language,
    readAloud: true,
    heading: w.hoursTitle,
    hint: w.hoursHint,
    months: months.map((month) => monthView(month, language)),
    none: months.length === 0 ? [w.noHours, w.noHoursYet] : [],
    wrong: { heading: w.somethingWrong, line: w.tellContact(c) },
  });
}

/** Paid and unpaid stand apart, and there is no sum of the two (R66, R86). */
function monthView(month: MonthOfHours, language: Language): MonthView {
  const w = citizenMyShiftsWords[language];
  const [year, number] = month.month.split('-') as [string, string];
  const inHours = (minutes: number) => hoursInWords(minutes, language);
  return {
    id: `m${month.month}`,
    heading: capital(`${monthName(Number(number), language)} ${year}`),
    totals: [
      { label: w.paid, value: inHours(month.paidMinutes) },
      ...(month.paidMinutes > 0
        ? [{ label: w.ofThoseConfirmed, value: inHours(month.confirmedMinutes) }]
        : []),
      ...(month.unpaidMinutes > 0 ? [{ label: w.unpaidHours, value: inHours(month.unpaidMinutes) }] : []),
    ],
    eachDay: w.eachDay,
    lines: month.lines.map(({ shift, paidMinutes, unpaidMinutes }) => ({
      day: capital(dayInWords(shift.date, language)),
      hours: inHours(shift.paid ? paidMinutes : unpaidMinutes),
      kind: shift.paid ? '' : w.unpaid,
      howSure: shift.confirmedAt === null ? w.notConfirmed : w.confirmed,
    })),
  };
}

import { dayInWords, monthName, phoneInPairs, Temporal } from '#domain';
import type { MonthsToConfirmRecord } from '#use-cases';
import { page } from '../../frame/page.js';
import { hoursInWords } from '../../employer/week/hours-in-words.js';
import { capital } from '../../words/choices.js';
import { hoursWords as w } from '../../words/desk-hours.js';
import { listView, type ListView } from '../list/list-view.js';

interface MonthsView {
  heading: string;
  intro: string;
  list: ListView;
}

export const monthsPage = page<MonthsView>('staff/hours/months');

export const HOURS = '/kommune/timer';

export function monthsView({ month, months, companies }: MonthsToConfirmRecord): MonthsView {
  const name = monthInWords(month);
  const shown = listView({
    choices: { path: HOURS, views: {}, filters: [], sorts: {} },
    state: { view: '', sort: '', filters: {} },
    caption: w.caption(name),
    columns: w.columns,
    rows: companies.map((row) => ({
      id: row.company.id,
      href: `${HOURS}/${row.company.id}?maaned=${month}`,
      cells: [
        { text: row.company.name },
        { text: w.shifts(row.toConfirm, row.people), under: w.since(dayInWords(row.since)) },
        row.paidMinutes === 0 ? '' : hoursInWords(row.paidMinutes, 'da'),
        row.unpaidMinutes === 0 ? '' : hoursInWords(row.unpaidMinutes, 'da'),
        w.call(row.company.contact.name, phoneInPairs(row.company.contact.phone)),
      ],
    })),
    next: null,
    empty: w.empty(name),
  });
  const isListed = months.some((one) => one.month === month);
  const choices = isListed ? months : [...months, { month, toConfirm: 0 }];
  return {
    heading: w.heading,
    intro: w.intro,
    list: {
      ...shown,
      viewsLabel: w.monthsLabel,
      // The months with something to confirm are the views of this list.
      views: choices.map((one) => ({
        href: `${HOURS}?maaned=${one.month}`,
        label: capital(monthInWords(one.month)),
        count: String(one.toConfirm),
        current: one.month === month,
      })),
    },
  };
}

function monthInWords(month: string): string {
  const { year, month: number } = Temporal.PlainYearMonth.from(month);
  return `${monthName(number)} ${year}`;
}

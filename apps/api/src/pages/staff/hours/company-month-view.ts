import { heardWays, phoneInPairs, type HeardWay } from '#domain';
import type { MonthRecord } from '#use-cases';
import { page } from '../../frame/page.js';
import type { SentRow } from '../../employer/month/correction-view.js';
import { monthView, type MonthView } from '../../employer/month/month-view.js';
import { hoursWords as w, staffMonthWords } from '../../words/desk-hours.js';
import { shiftsWords } from '../../words/desk-shifts.js';
import { HOURS } from './months-view.js';

interface CompanyMonthView extends MonthView {
  company: { href: string; name: string };
  call: { href: string; text: string };
  howLabel: string;
  hows: { href: string; label: string; current: boolean }[];
}

export const companyMonthPage = page<CompanyMonthView>('staff/hours/month');

/** The company's month as it sees it, to be filled in for it. */
export function companyMonthView(record: MonthRecord, how: HeardWay, sent?: SentRow): CompanyMonthView {
  const { company, month } = record;
  const path = `${HOURS}/${company.id}`;
  const view = monthView({
    record,
    language: 'da',
    contact: null,
    at: { path, words: staffMonthWords, how },
    ...(sent && { sent }),
  });
  return {
    ...view,
    company: { href: `/kommune/virksomheder/${company.id}`, name: company.name },
    call: {
      href: `tel:${company.contact.phone}`,
      text: w.call(company.contact.name, phoneInPairs(company.contact.phone)),
    },
    howLabel: w.forCompany(company.name),
    hows: heardWays.map((one) => ({
      href: `${path}?maaned=${month}&hvordan=${one}`,
      label: shiftsWords.hows[one],
      current: one === how,
    })),
  };
}

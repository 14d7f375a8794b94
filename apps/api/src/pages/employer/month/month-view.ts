import { firstName, monthName, Temporal, type Language } from '#domain';
import type { ChangedShift, MonthRecord } from '#use-cases';
import { FormView, type ErrorSummaryView } from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { type MonthWords, monthWords } from '../../words/employer-week.js';
import { correctionForm, type SentRow } from './correction-view.js';
import { personView, type PersonView, type RowContext } from './month-row-view.js';

export interface MonthView {
  errors: ErrorSummaryView | null;
  heading: string;
  intro: string;
  navigation: { href: string; label: string }[];
  people: PersonView[];
  empty: { text: string; help: string } | null;
  /** *Stemmer* for all of it; `isMany`: also on top, so that nobody has to scroll. */
  all: { label: string; version: string; note: string; isMany: boolean } | null;
  action: string;
  /** How staff were told what they write down for the company; empty where the company does so itself. */
  how: string;
  print: string;
  file: { href: string; label: string };
}

export const monthPage = page<MonthView>('employer/month');

const MANY = 5;

interface MonthToShow {
  record: MonthRecord;
  language: Language;
  contact: { name: string } | null;
  sent?: SentRow;
  /** Where the pages of the month are, and in whose words; the company's own without it. */
  at?: { path: string; words: MonthWords; how: string };
}

export function monthView({ record, language, contact, sent, at }: MonthToShow): MonthView {
  const { month, people, totals, version } = record;
  const { path, words: w, how } = at ?? { path: '/firma/timer', words: monthWords[language], how: '' };
  const name = monthName(Temporal.PlainYearMonth.from(month).month, language);
  const year = month.slice(0, 4);
  const rows: RowContext = { language, w, sent, now: record.now, changed: changedIn(sent) };
  return {
    errors: errorsOf(record, rows),
    heading: w.heading(`${name} ${year}`),
    intro: introOf(record, w),
    navigation: [
      { href: `${path}?maaned=${plusMonths(month, -1)}`, label: w.previous },
      { href: `${path}?maaned=${plusMonths(month, 1)}`, label: w.following },
    ],
    people: people.map((person) => personView(person, rows)),
    empty: people.length > 0 ? null : { text: w.nothingYet, help: w.nothingYetHelp },
    all:
      totals.toConfirm === 0
        ? null
        : {
            label: totals.toConfirm === 1 ? w.theOne : w.all(String(totals.toConfirm)),
            version,
            isMany: totals.toConfirm > MANY,
            note: w.standsAfter(contact ? firstName(contact) : ''),
          },
    action: `${path}/${month}`,
    how,
    print: w.print,
    file: { href: `${path}/${month}/fil`, label: w.file },
  };
}

/** The shifts that are not as they were seen, from the refusal that says so. */
function changedIn(sent: SentRow | undefined): ReadonlySet<string> {
  const refusal = sent?.faults.list.find(({ code }) => code === 'month.changed');
  const changed = (refusal?.details?.['changed'] ?? []) as ChangedShift[];
  return new Set([
    ...changed.flatMap(({ shiftId }) => shiftId ?? []),
    ...(sent?.pressed ? [sent.pressed] : []),
  ]);
}

function introOf({ people, totals }: MonthRecord, w: MonthWords): string {
  if (people.length === 0) return '';
  if (totals.toConfirm === 1) return `${w.intro} ${w.oneLeft}`;
  if (totals.toConfirm > 1) return `${w.intro} ${w.left(String(totals.toConfirm))}`;
  const stands = totals.confirmedPaidMinutes + totals.confirmedUnpaidMinutes > 0;
  return totals.coming === 0 && stands ? w.allConfirmed : w.nothingToConfirm;
}

/** What is wrong, with links to the fields of the row that was sent. */
function errorsOf({ people }: MonthRecord, { language, w, sent }: RowContext): ErrorSummaryView | null {
  const line = people.flatMap(({ lines }) => lines).find(({ shift }) => shift.id === sent?.shiftId);
  if (line?.canCorrect) return correctionForm(line, language, w, sent).errors;
  return new FormView(language, sent?.typed, sent?.faults).errors();
}

const plusMonths = (month: string, months: number): string =>
  Temporal.PlainYearMonth.from(month).add({ months }).toString();

import {
  firstName,
  isBefore,
  localTimeOf,
  monthName,
  monthVersion,
  shortId,
  Temporal,
  timeInWords,
  weekdayName,
  weekdayOf,
  type Language,
  type LocalDate,
  type MonthLine,
  type Shift,
} from '#domain';
import type { MonthPerson, MonthRecord } from '#use-cases';
import {
  FormView,
  type ErrorSummaryView,
  type Faults,
  type InputView,
  type Typed,
} from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { type MonthWords, monthWords } from '../../words/employer-week.js';
import { hoursInWords } from '../week/hours-in-words.js';

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
  words: { day: string; plan: string; hours: string; standing: string; print: string; file: string };
  file: string;
}

interface PersonView {
  name: string;
  title: string;
  groups: GroupView[];
}

/** Paid hours, unpaid hours, and days that do not count: never one sum. */
interface GroupView {
  label: string;
  rows: RowView[];
  sum: string;
}

interface RowView {
  id: string;
  day: string;
  plan: string;
  hours: string;
  came: string;
  standing: string;
  /** Has changed since it was seen. */
  changed: string;
  about: string;
  right: { label: string; version: string } | null;
  correct: CorrectionView | null;
}

interface CorrectionView {
  label: string;
  open: boolean;
  version: string;
  arrived: InputView;
  left: InputView;
  breakMinutes: InputView;
  save: string;
  /** "Var her ikke den dag"; empty where that is known. */
  notHere: string;
}

export const monthPage = page<MonthView>('employer/month');

const MANY = 5;

export interface MonthToShow {
  record: MonthRecord;
  language: Language;
  contact: { name: string } | null;
  /** Which row was sent, as it was typed. */
  sent?: { shiftId: string | null; typed: Typed; faults: Faults; changed: ReadonlySet<string> };
}

export function monthView({ record, language, contact, sent }: MonthToShow): MonthView {
  const { month, people, totals, version } = record;
  const w = monthWords[language];
  const name = monthName(Temporal.PlainYearMonth.from(month).month, language);
  const year = month.slice(0, 4);
  const rows: RowContext = { language, w, sent, now: record.now };
  return {
    errors: errorsOf(record, rows),
    heading: w.heading(`${name} ${year}`),
    intro: introOf(record, w),
    navigation: [
      { href: `/firma/timer?maaned=${plusMonths(month, -1)}`, label: w.previous },
      { href: `/firma/timer?maaned=${plusMonths(month, 1)}`, label: w.following },
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
    action: `/firma/timer/${month}`,
    words: {
      day: w.day,
      plan: w.plan,
      hours: w.hours,
      standing: w.standing,
      print: w.print,
      file: w.file,
    },
    file: `/firma/timer/${month}/fil`,
  };
}

const inWords = (lines: readonly MonthLine[], language: Language): string =>
  hoursInWords(
    lines.reduce((sum, { minutes }) => sum + minutes, 0),
    language,
  );

interface RowContext {
  language: Language;
  w: MonthWords;
  sent: MonthToShow['sent'];
  now: Temporal.Instant;
}

function introOf({ people, totals }: MonthRecord, w: MonthWords): string {
  if (people.length === 0) return '';
  if (totals.toConfirm === 1) return `${w.intro} ${w.oneLeft}`;
  if (totals.toConfirm > 1) return `${w.intro} ${w.left(String(totals.toConfirm))}`;
  const stands = totals.confirmedPaidMinutes + totals.confirmedUnpaidMinutes > 0;
  return totals.coming === 0 && stands ? w.allConfirmed : w.nothingToConfirm;
}

function personView({ citizen, smallJob, lines }: MonthPerson, rows: RowContext): PersonView {
  const worked = lines.filter(({ standing }) => standing !== 'not-worked');
  const group = (label: string, own: readonly MonthLine[], counts: boolean): GroupView[] =>
    own.length === 0
      ? []
      : [
          {
            label,
            rows: own.map((line) => rowView(line, citizen.name, rows)),
            sum: counts
              ? rows.w.sum(
                  inWords(own, rows.language),
                  inWords(
                    own.filter(({ standing }) => standing === 'confirmed'),
                    rows.language,
                  ),
                )
              : '',
          },
        ];
  return {
    name: citizen.name,
    title: smallJob.title,
    groups: [
      ...group(
        rows.w.paid,
        worked.filter(({ shift }) => shift.paid),
        true,
      ),
      ...group(
        rows.w.unpaid,
        worked.filter(({ shift }) => !shift.paid),
        true,
      ),
      ...group(
        rows.w.notWorked,
        lines.filter(({ standing }) => standing === 'not-worked'),
        false,
      ),
    ],
  };
}

function rowView(line: MonthLine, name: string, { language, w, sent, now }: RowContext): RowView {
  const { shift, standing } = line;
  const day = shortDay(shift.date, language);
  const waits = standing === 'to-confirm';
  const about = w.aboutShift(firstName({ name }), day);
  return {
    id: shift.id,
    day,
    plan: planOf(line, w),
    hours: standing === 'not-worked' ? '' : hoursInWords(line.minutes, language),
    came: cameOf(line, w),
    standing: standingIn(line, now, w),
    changed: sent?.changed.has(shift.id) ? w.changedMark : '',
    about,
    right: waits ? { label: w.right, version: monthVersion([line]) } : null,
    correct: canCorrect(line, now) ? correctionView(line, language, w, sent) : null,
  };
}

/** Whether the row waits for *Ret*, or says that nobody was there: also that can be corrected, once it is over. */
const canCorrect = ({ shift, standing }: MonthLine, now: Temporal.Instant): boolean =>
  standing === 'to-confirm' || (isSaidAbsent(shift) && isBefore(shift.endsAt, now));

const isSaidAbsent = ({ state }: Shift): boolean => state === 'missed' || state === 'absent-reported';

/** The fields of a row have names of their own, so that there can be many on a page. */
function correctionForm(
  { shift }: MonthLine,
  language: Language,
  w: MonthWords,
  sent: MonthToShow['sent'],
): { fields: Pick<CorrectionView, 'arrived' | 'left' | 'breakMinutes'>; errors: ErrorSummaryView | null } {
  const own = sent?.shiftId === shift.id ? sent : undefined;
  const named = (field: string): string => (field === '' ? '' : `${field}-${shortId(shift)}`);
  const faults = own && {
    ...own.faults,
    list: own.faults.list.map((fault) => ({ ...fault, field: named(fault.field) })),
  };
  const form = new FormView(language, own?.typed, faults);
  const came = shift.state === 'late' && shift.arrivedAt ? localTimeOf(shift.arrivedAt) : shift.start;
  const left = shift.leftAt ? localTimeOf(shift.leftAt) : shift.end === '24:00' ? '00:00' : shift.end;
  const fields = {
    arrived: form.time(named('arrived'), w.arrived, { value: came }),
    left: form.time(named('left'), w.leftAt, { value: left }),
    breakMinutes: form.number(named('breakMinutes'), w.breakMinutes, {
      value: String(shift.breakMinutes),
      width: 'xs',
    }),
  };
  return { fields, errors: form.errors() };
}

function correctionView(
  line: MonthLine,
  language: Language,
  w: MonthWords,
  sent: MonthToShow['sent'],
): CorrectionView {
  const isAbsent = isSaidAbsent(line.shift);
  const { fields, errors } = correctionForm(line, language, w, sent);
  return {
    label: isAbsent ? w.wasHere : w.correct,
    open: errors !== null,
    version: monthVersion([line]),
    ...fields,
    save: w.saveCorrection,
    notHere: isAbsent ? '' : w.wasNotHere,
  };
}

/** What is wrong, with links to the fields of the row that was sent. */
function errorsOf({ people, now }: MonthRecord, { language, w, sent }: RowContext): ErrorSummaryView | null {
  const line = people.flatMap(({ lines }) => lines).find(({ shift }) => shift.id === sent?.shiftId);
  if (line && canCorrect(line, now)) return correctionForm(line, language, w, sent).errors;
  return new FormView(language, sent?.typed, sent?.faults).errors();
}

const plusMonths = (month: string, months: number): string =>
  Temporal.PlainYearMonth.from(month).add({ months }).toString();

/** "man. 2. nov.", short enough for a row. */
export function shortDay(date: LocalDate, language: Language): string {
  const { day, month } = Temporal.PlainDate.from(date);
  const weekday = weekdayName(weekdayOf(date), language).slice(0, 3);
  const name = monthName(month, language).slice(0, 3);
  return language === 'da' ? `${weekday}. ${day}. ${name}.` : `${weekday} ${day} ${name}`;
}

function planOf({ shift }: MonthLine, w: MonthWords): string {
  const time = `${timeInWords(shift.start)}-${timeInWords(shift.end)}`;
  return shift.breakMinutes === 0 ? time : `${time}, ${w.breakOf(String(shift.breakMinutes))}`;
}

/** Only what differs from the plan is worth a line. */
function cameOf({ shift, standing }: MonthLine, w: MonthWords): string {
  if (standing === 'not-worked' || !shift.arrivedAt) return '';
  const came = timeInWords(localTimeOf(shift.arrivedAt));
  if (shift.leftAt && !(shift.leftAt.equals(shift.endsAt) && shift.state === 'present'))
    return w.came(came, timeInWords(localTimeOf(shift.leftAt)));
  return shift.state === 'late' ? w.cameOnly(came) : '';
}

export function standingIn({ shift, standing }: MonthLine, now: Temporal.Instant, w: MonthWords): string {
  if (standing === 'coming') return isBefore(now, shift.startsAt) ? w.coming : w.running;
  if (standing === 'to-confirm') return w.toConfirm;
  if (standing === 'confirmed') return w.confirmed;
  if (shift.state === 'missed') return w.missed;
  return shift.state === 'cancelled' ? w.cancelled : w.absent;
}

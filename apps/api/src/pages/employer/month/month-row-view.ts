import {
  firstName,
  isBefore,
  localTimeOf,
  monthName,
  monthVersion,
  Temporal,
  timeInWords,
  weekdayName,
  weekdayOf,
  type Language,
  type LocalDate,
  type MonthLine,
} from '#domain';
import type { MonthPerson } from '#use-cases';
import type { MonthWords } from '../../words/employer-week.js';
import { hoursInWords } from '../week/hours-in-words.js';
import { correctionView, type CorrectionView, type SentRow } from './correction-view.js';

export interface PersonView {
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

export interface RowContext {
  language: Language;
  w: MonthWords;
  now: Temporal.Instant;
  sent: SentRow | undefined;
  /** The shifts that are not as they were seen. */
  changed: ReadonlySet<string>;
}

export function personView({ citizen, smallJob, lines }: MonthPerson, context: RowContext): PersonView {
  const { language, w } = context;
  const group = (label: string, own: readonly MonthLine[], sum: string): GroupView[] =>
    own.length === 0 ? [] : [{ label, rows: own.map((line) => rowView(line, citizen.name, context)), sum }];
  const counted = (own: readonly MonthLine[]): string => {
    const confirmed = own.filter(({ standing }) => standing === 'confirmed');
    return w.sum(minutesIn(own, language), minutesIn(confirmed, language));
  };
  const worked = lines.filter(({ standing }) => standing !== 'not-worked');
  const paid = worked.filter(({ shift }) => shift.paid);
  const unpaid = worked.filter(({ shift }) => !shift.paid);
  const notWorked = lines.filter(({ standing }) => standing === 'not-worked');
  return {
    name: citizen.name,
    title: smallJob.title,
    groups: [
      ...group(w.paid, paid, counted(paid)),
      ...group(w.unpaid, unpaid, counted(unpaid)),
      ...group(w.notWorked, notWorked, ''),
    ],
  };
}

function minutesIn(lines: readonly MonthLine[], language: Language): string {
  const minutes = lines.reduce((sum, line) => sum + line.minutes, 0);
  return hoursInWords(minutes, language);
}

function rowView(line: MonthLine, name: string, { language, w, sent, changed, now }: RowContext): RowView {
  const { shift, standing } = line;
  const day = shortDay(shift.date, language);
  const waits = standing === 'to-confirm';
  return {
    id: shift.id,
    day,
    plan: planOf(line, w),
    hours: standing === 'not-worked' ? '' : hoursInWords(line.minutes, language),
    came: cameOf(line, w),
    standing: standingIn(line, now, w),
    changed: changed.has(shift.id) ? w.changedMark : '',
    about: w.aboutShift(firstName({ name }), day),
    right: waits ? { label: w.right, version: monthVersion([line]) } : null,
    correct: line.canCorrect ? correctionView(line, language, w, sent) : null,
  };
}

/** "man. 2. nov.", short enough for a row. */
function shortDay(date: LocalDate, language: Language): string {
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

import {
  addDays,
  dayInWords,
  firstName,
  listInWords,
  localDateOf,
  monthName,
  Temporal,
  timeInWords,
  type LocalDate,
} from '#domain';
import type { DayOfShifts, DeskShift, WeekOfShiftsRecord } from '#use-cases';
import { page } from '../../frame/page.js';
import { weekOf } from '../../employer/week/week-of-year.js';
import { capital } from '../../words/choices.js';
import { shiftsWords } from '../../words/desk-shifts.js';
import { weekWords as w } from '../../words/desk-week.js';
import { SHIFTS } from '../shifts/shift-list-view.js';
import { blocksOf, hoursSeen, type HoursSeen, type PlacedBlock } from './week-blocks.js';

interface Link {
  href: string;
  label: string;
  current: boolean;
}

interface WeekView {
  heading: string;
  span: string;
  hint: string;
  weeksLabel: string;
  weeks: Link[];
  scopesLabel: string;
  scopes: Link[];
  /** Above the days on a wide screen. `columns` are the half hours of a day. */
  hours: { label: string }[];
  columns: number;
  days: DayView[];
  empty: string;
  print: string;
  list: { href: string; label: string };
}

interface DayView {
  id: string;
  heading: string;
  isToday: boolean;
  /** Public holiday, closing days, who is on duty. */
  notes: { text: string; warns: boolean }[];
  blocks: BlockView[];
  /** The rest of a day with very many. */
  more: { href: string; label: string } | null;
  none: string;
}

interface BlockView {
  /** Of the style sheet: where it stands on a wide screen. */
  place: string;
  time: string;
  title: string;
  company: string;
  people: { href: string; name: string; state: string }[];
  noDuty: string;
}

export const deskWeekPage = page<WeekView>('staff/week/week');

const WEEK = '/kommune/uge';

export function weekView(record: WeekOfShiftsRecord, scope: string): WeekView {
  const { from, to, now, days } = record;
  const today = localDateOf(now);
  const week = weekOf(from);
  const seen = hoursSeen(days.flatMap(({ shifts }) => blocksOf(shifts)));
  const address = (key: string, whose: string): string =>
    `${WEEK}?uge=${key}${whose === 'mine' ? '' : `&hvis=${whose}`}`;
  const weekLink = (date: LocalDate, label: string): Link => ({
    href: address(weekOf(date).key, scope),
    label,
    current: false,
  });
  // On a phone today may be far down.
  const thisWeekLink = (): Link =>
    week.key === weekOf(today).key
      ? { href: `#dag-${today}`, label: w.toToday, current: false }
      : weekLink(today, w.thisWeek);
  return {
    heading: w.heading(String(week.number)),
    span: capital(w.span(shortDate(from), shortDate(to))),
    hint: w.hint,
    weeksLabel: w.weeksLabel,
    weeks: [weekLink(addDays(from, -7), w.previous), thisWeekLink(), weekLink(addDays(from, 7), w.following)],
    scopesLabel: w.scopesLabel,
    scopes: Object.entries(w.scopeLabels).map(([whose, label]) => ({
      href: address(week.key, whose),
      label,
      current: whose === scope,
    })),
    hours: hoursIn(seen),
    columns: seen.to - seen.from,
    days: days.map((day) => dayView(day, today, seen)),
    empty: days.some(({ count }) => count > 0) ? '' : (w.noneInWeek[scope] ?? ''),
    print: w.print,
    list: { href: `${SHIFTS}?vis=alle&fra=${from}&til=${to}`, label: w.list },
  };
}

function dayView(day: DayOfShifts, today: LocalDate, seen: HoursSeen): DayView {
  const { date, shifts, count } = day;
  return {
    id: `dag-${date}`,
    heading: capital(dayInWords(date)) + (date === today ? ` (${w.today})` : ''),
    isToday: date === today,
    notes: notesOf(day),
    blocks: blocksOf(shifts).map((block) => blockView(block, seen)),
    more:
      count === shifts.length
        ? null
        : { href: `${SHIFTS}?vis=alle&fra=${date}&til=${date}`, label: w.all(count) },
    none: count === 0 ? w.none : '',
  };
}

function notesOf({ holiday, closed, onDuty, withoutDuty }: DayOfShifts): DayView['notes'] {
  const companies = closed.map(({ company }) => company.name);
  const people = onDuty.map(({ staff, isCover }) => (isCover ? w.cover(firstName(staff)) : firstName(staff)));
  const note = (text: string, warns = false) => ({ text, warns });
  return [
    ...(holiday ? [note(w.holiday(holiday))] : []),
    ...(companies.length > 0 ? [note(w.closed(listInWords(companies)))] : []),
    ...(people.length > 0 ? [note(w.duty(listInWords(people)))] : []),
    ...(withoutDuty > 0 ? [note(w.withoutDuty(withoutDuty), true)] : []),
  ];
}

function blockView({ start, end, shifts, from, to }: PlacedBlock, seen: HoursSeen): BlockView {
  const [{ smallJob, company, shift }] = shifts as [DeskShift];
  return {
    place: `desk-c${from - seen.from + 1} desk-w${to - from}`,
    time: w.time(timeInWords(start), timeInWords(end)),
    title: shift.paid ? smallJob.title : `${smallJob.title} (${w.unpaid})`,
    company: company.name,
    people: shifts.map((one) => ({
      href: `${SHIFTS}/${one.shift.id}`,
      name: one.citizen.name,
      state: one.shift.state === 'planned' ? '' : shiftsWords.states[one.shift.state],
    })),
    noDuty: shifts.some((one) => !one.isOnDuty && one.shift.state === 'planned') ? w.noDuty : '',
  };
}

function hoursIn({ from, to }: HoursSeen): WeekView['hours'] {
  const hours: WeekView['hours'] = [];
  for (let at = from; at < to; at += 2) hours.push({ label: String(at / 2) });
  return hours;
}

function shortDate(date: LocalDate): string {
  const { day, month } = Temporal.PlainDate.from(date);
  return `${day}. ${monthName(month)}`;
}

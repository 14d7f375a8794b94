import { isBefore, minutesBetween, refuseUnless, Temporal, type LocalDate } from '../kernel/index.js';
import { countedMinutes, plannedMinutes } from './attendance.js';
import type { Shift } from './shift.js';
import { arrivedShiftStates } from './shift.js';

/**
 * Where a shift of a month stands for the company: `coming` has not ended, `to-confirm` waits for *Stemmer* or
 * *Ret*, `confirmed` stands, `not-worked` counts nothing (missed, announced absence, cancelled).
 */
export const monthStandings = ['coming', 'to-confirm', 'confirmed', 'not-worked'] as const;
export type MonthStanding = (typeof monthStandings)[number];

/** First and last day of a month written `2026-11`. */
export function daysOfMonth(month: string): { from: LocalDate; to: LocalDate } {
  const days = Temporal.PlainYearMonth.from(month);
  return { from: days.toPlainDate({ day: 1 }).toString(), to: days.toPlainDate({ day: 31 }).toString() };
}

const notWorked: readonly Shift['state'][] = ['missed', 'absent-reported', 'cancelled'];

export function standingOf(shift: Shift, now: Temporal.Instant): MonthStanding {
  if (shift.confirmedAt !== null) return 'confirmed';
  if (notWorked.includes(shift.state)) return 'not-worked';
  return isBefore(now, shift.endsAt) ? 'coming' : 'to-confirm';
}

/** One shift of a month with the minutes that count now: planned until something better is known. */
export interface MonthLine {
  shift: Shift;
  standing: MonthStanding;
  plannedMinutes: number;
  minutes: number;
  /** Whether it waits for *Ret*, or says that nobody was there: also that can be corrected, once it is over. */
  canCorrect: boolean;
}

export function monthLineOf(shift: Shift, now: Temporal.Instant): MonthLine {
  const standing = standingOf(shift, now);
  const saidAbsent = standing === 'not-worked' && shift.state !== 'cancelled';
  return {
    shift,
    standing,
    plannedMinutes: plannedMinutes(shift),
    minutes: countedMinutes(shift),
    canCorrect: standing === 'to-confirm' || (saidAbsent && isBefore(shift.endsAt, now)),
  };
}

/** Paid and unpaid minutes are never one sum (R66, R86). */
export interface MonthTotals {
  paidMinutes: number;
  unpaidMinutes: number;
  /** Of them those that stand. */
  confirmedPaidMinutes: number;
  confirmedUnpaidMinutes: number;
  toConfirm: number;
  coming: number;
}

export function monthTotals(lines: readonly MonthLine[]): MonthTotals {
  const sum = (which: (line: MonthLine) => boolean): number =>
    lines.filter(which).reduce((minutes, line) => minutes + line.minutes, 0);
  const stands = ({ standing }: MonthLine): boolean => standing === 'confirmed';
  return {
    paidMinutes: sum(({ shift }) => shift.paid),
    unpaidMinutes: sum(({ shift }) => !shift.paid),
    confirmedPaidMinutes: sum((line) => line.shift.paid && stands(line)),
    confirmedUnpaidMinutes: sum((line) => !line.shift.paid && stands(line)),
    toConfirm: lines.filter(({ standing }) => standing === 'to-confirm').length,
    coming: lines.filter(({ standing }) => standing === 'coming').length,
  };
}

/** When somebody came and left by the company's own word, and the break; it decides the minutes. */
export interface MonthCorrection {
  shiftId: string;
  arrived: string;
  left: string;
  breakMinutes?: number;
}

/**
 * Minutes of a corrected shift: from coming to leaving, the break off. Unlike the plan they may begin earlier.
 *
 * @throws shift.times-invalid when the break is as long as the work.
 */
export function correctedMinutes(
  arrivedAt: Temporal.Instant,
  leftAt: Temporal.Instant,
  breakMinutes: number,
): number {
  const worked = minutesBetween(arrivedAt, leftAt);
  refuseUnless(breakMinutes === 0 || breakMinutes < worked, 'shift.times-invalid', { breakMinutes });
  return worked - breakMinutes;
}

/**
 * What somebody saw of a month, as text to send along: each shift that was over with a digest of what stood there.
 * It holds no personal data, and tells afterwards which shifts have changed meanwhile.
 */
export const monthVersion = (lines: readonly MonthLine[]): string =>
  lines
    .filter(({ standing }) => standing !== 'coming')
    .map(({ shift }) => `${shortId(shift)}-${digestOf(shift)}`)
    .join('.');

export interface SeenShift {
  short: string;
  digest: string;
}

export const readMonthVersion = (version: string): SeenShift[] =>
  version
    .split('.')
    .filter((part) => part !== '')
    .map((part) => {
      const [short = '', digest = ''] = part.split('-');
      return { short, digest };
    });

export const wasSeenAs = (shift: Shift, { short, digest }: SeenShift): boolean =>
  short === shortId(shift) && digest === digestOf(shift);

/** The random end of the id: unique enough among the shifts of one company and month. */
export const shortId = ({ id }: Pick<Shift, 'id'>): string => id.replaceAll('-', '').slice(-12);

/** All that decides the hours. That they were confirmed as they stood changes nothing. */
function digestOf(shift: Shift): string {
  const { date, start, end, paid, state, arrivedAt, leftAt } = shift;
  const came = arrivedShiftStates.includes(state) ? arrivedAt : null;
  const seen = [date, start, end, paid, state, came, leftAt, countedMinutes(shift)];
  return fnv1a(seen.map(String).join('|'));
}

/** FNV-1a, 32 bits: no secret, only a short mark of what was read. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of text) hash = Math.imul(hash ^ unit.codePointAt(0)!, 0x01000193) >>> 0;
  return hash.toString(36);
}

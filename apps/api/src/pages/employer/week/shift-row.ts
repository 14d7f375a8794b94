import {
  awaitedLater,
  firstName,
  isBefore,
  localDateOf,
  localTimeOf,
  phoneInPairs,
  Temporal,
  timeInWords,
  workplaceButtons,
  type Language,
  type WorkplaceSays,
} from '#domain';
import type { CompanyShift } from '#use-cases';
import type { ShiftWords } from '../../words/employer-week.js';
import { hoursInWords } from './hours-in-words.js';

/** One shift of the week with its buttons: templates/partials/page-shift-row.hbs. */
export interface ShiftRow {
  id: string;
  person: string;
  time: string;
  title: string;
  unpaid: string;
  /** What is so, in whole sentences; also what the last tap did. */
  lines: string[];
  /** Whom to call, when somebody is missing. */
  call: { label: string; link: string } | null;
  about: string;
  hasTaps: boolean;
  /** In the order of the four: before and after *Kommer senere*, which unfolds. */
  first: TapButton[];
  later: LaterView | null;
  rest: TapButton[];
}

interface TapButton {
  says: WorkplaceSays;
  label: string;
  look: 'first' | 'next';
}

interface LaterView {
  label: string;
  question: string;
  options: { at: string; label: string }[];
  time: { id: string; label: string; value: string; error: string; button: string };
}

/** What went wrong with one of the rows, and what was typed there. */
export interface RowFault {
  shiftId: string;
  at: string;
  error: string;
}

const labels = { here: 'here', later: 'later', 'not-here': 'notHere', 'well-done': 'wellDone' } as const;

export function shiftRow(
  row: CompanyShift,
  now: Temporal.Instant,
  w: ShiftWords,
  language: Language,
  fault?: RowFault,
): ShiftRow {
  const { shift, person, title, followUp } = row;
  const says = workplaceButtons(shift, now);
  const time = w.time(timeInWords(shift.start), timeInWords(shift.end));
  const buttonsOf = (some: readonly WorkplaceSays[]): TapButton[] =>
    some.map((one) => ({
      says: one,
      label: w[labels[one]],
      look: one === 'here' ? 'first' : 'next',
    }));
  return {
    id: shift.id,
    person,
    time,
    title,
    unpaid: shift.paid ? '' : w.unpaid,
    lines: linesOf(row, now, w, language),
    call: followUp?.staff.phone
      ? {
          label: `${w.callAbout(firstName(followUp.staff))} ${phoneInPairs(followUp.staff.phone)}`,
          link: `tel:${followUp.staff.phone}`,
        }
      : null,
    about: w.about(person, time),
    hasTaps: says.length > 0,
    first: buttonsOf(says.filter((one) => one === 'here')),
    later: says.includes('later') ? laterView(row, now, w, fault) : null,
    rest: buttonsOf(says.filter((one) => one === 'not-here' || one === 'well-done')),
  };
}

/** A quarter, half an hour, one and two hours, as the time they lead to, to five minutes: nobody has to reckon. */
function laterView(
  { shift }: CompanyShift,
  now: Temporal.Instant,
  w: ShiftWords,
  fault?: RowFault,
): LaterView {
  const from = isBefore(now, shift.startsAt) ? shift.startsAt : now;
  const options = [15, 30, 60, 120]
    .map((minutes) => upToFive(from.add({ minutes })))
    .filter((at) => isBefore(at, shift.endsAt))
    .map((at) => ({ at: localTimeOf(at), label: w.at(timeInWords(localTimeOf(at))) }));
  const own = fault?.shiftId === shift.id ? fault : undefined;
  return {
    label: w.later,
    question: w.howMuchLater,
    options,
    time: {
      // The summary of errors leads to the one that was wrong.
      id: own ? 'felt-at' : `kl-${shift.id}`,
      label: w.otherTime,
      value: own?.at ?? '',
      error: own?.error ?? '',
      button: w.saveTime,
    },
  };
}

const FIVE_MINUTES = 300_000;

const upToFive = (at: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(Math.ceil(at.epochMilliseconds / FIVE_MINUTES) * FIVE_MINUTES);

function linesOf(row: CompanyShift, now: Temporal.Instant, w: ShiftWords, language: Language): string[] {
  const { shift, person: p } = row;
  const awaited = isBefore(now, shift.endsAt) ? awaitedLater(shift) : null;
  return [
    ...stateLines(row, isBefore(now, shift.endsAt), w),
    ...(awaited ? [w.awaited(p, timeInWords(localTimeOf(awaited)))] : []),
    ...(shift.confirmedMinutes === null ? [] : [w.confirmed(hoursInWords(shift.confirmedMinutes, language))]),
    ...praiseLines(row, now, w),
  ];
}

function stateLines(row: CompanyShift, isRunning: boolean, w: ShiftWords): string[] {
  const { shift, person: p, contact } = row;
  const came = shift.arrivedAt ? timeInWords(localTimeOf(shift.arrivedAt)) : '';
  switch (shift.state) {
    case 'planned':
      return [];
    case 'present':
      return [isRunning ? w.isHere(p) : w.was(p)];
    case 'late':
      return [isRunning ? w.cameLate(p, came) : w.wasLate(p, came)];
    case 'unconfirmed':
      if (row.followUp) return followUpLines(row, w);
      return row.isAskedOfWorkplace ? [w.isPersonHere(p)] : [];
    case 'missed':
      if (row.followUp) return followUpLines(row, w);
      return [w.notThere(p), ...(isRunning && contact ? [w.takenCareOf(firstName(contact))] : [])];
    case 'absent-reported':
      return [w.cannotCome(p)];
    case 'cancelled':
      return [w.cancelled];
  }
}

/** "Mette har fået besked", and when she has taken it, when she calls. Never why somebody is not there. */
function followUpLines({ followUp, person: p }: CompanyShift, w: ShiftWords): string[] {
  if (!followUp) return [];
  const c = firstName(followUp.staff);
  const who = {
    told: w.told(c),
    talks: w.talks(c, p),
    drives: w.drives(c, p),
    'looks-into-it': w.looksIntoIt(c),
  }[followUp.says];
  const { before } = followUp;
  return before ? [who, w.callsBefore(c, timeInWords(localTimeOf(before)))] : [who];
}

function praiseLines(
  { shift, person: p, heardAt }: CompanyShift,
  now: Temporal.Instant,
  w: ShiftWords,
): string[] {
  if (shift.wellDoneAt === null) return [];
  if (!heardAt || localDateOf(heardAt) < localDateOf(now)) return [w.praiseTold(p)];
  if (localDateOf(heardAt) === localDateOf(now)) return [w.praised(p)];
  return [w.praisedTomorrow(p, timeInWords(localTimeOf(heardAt)))];
}

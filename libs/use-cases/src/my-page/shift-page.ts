import {
  answersNow,
  dayInWords,
  instantInWords,
  isBefore,
  localDateOf,
  localTimeOf,
  timeInWords,
  type Address,
  type Citizen,
  type Language,
  type LocalDate,
  type Position,
  type Shift,
  type ShiftAnswer,
  type ShiftState,
} from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { found } from '../wiring/permissions.js';
import { myContact, type MyContact } from './my-contact.js';

/** What a citizen has said about a shift, the newest word of it. */
export interface SaidAboutShift {
  answer: Exclude<ShiftAnswer, 'call'>;
  minutes: number | null;
}

/** One shift as the citizen sees it. */
export interface ShiftView {
  id: string;
  language: Language;
  state: ShiftState;
  date: LocalDate;
  /** "mandag den 30. november". */
  day: string;
  /** "8", "12.30". */
  start: string;
  end: string;
  /** The same for machines. */
  times: Pick<Shift, 'start' | 'end' | 'startsAt' | 'endsAt'>;
  /** Empty when the start is fixed, otherwise the latest start that is also fine. */
  latestStart: string;
  isToday: boolean;
  isOver: boolean;
  paid: boolean;
  /** The buttons that make sense now. */
  answers: ShiftAnswer[];
  said: SaidAboutShift | null;
  /** A call that was asked for: when it comes, in words; empty: soon; null: none waits. */
  calls: string | null;
  contact: MyContact;
  /** Null for who has not shown who he or she is, on a phone that others read too. */
  more: { title: string; place: Address; position: Position; callAgreement: string } | null;
}

export async function shiftView(
  unit: UnitOfWork,
  shift: Shift,
  citizen: Citizen,
  { all }: { all: boolean },
): Promise<ShiftView> {
  const { language } = citizen;
  const now = await unit.now();
  const smallJob = found(await unit.smallJobs.find(shift.smallJobId), 'shift.not-found');
  const agreement = found(await unit.agreements.find(shift.agreementId), 'shift.not-found');
  const { workplace } = smallJob;
  const latest = shift.startsAt.add({ minutes: shift.flexibilityMinutes });
  return {
    id: shift.id,
    language,
    state: shift.state,
    date: shift.date,
    day: dayInWords(shift.date, language),
    start: timeInWords(shift.start),
    end: timeInWords(shift.end),
    times: { start: shift.start, end: shift.end, startsAt: shift.startsAt, endsAt: shift.endsAt },
    latestStart: shift.flexibilityMinutes === 0 ? '' : timeInWords(localTimeOf(latest)),
    isToday: localDateOf(now) >= shift.date && isBefore(now, shift.endsAt),
    isOver: !isBefore(now, shift.endsAt),
    paid: shift.paid,
    answers: answersNow(shift, now),
    said: saidAbout(shift),
    calls: await callOf(unit, shift, language),
    contact: await myContact(unit, citizen, shift.smallJobId),
    more: all
      ? {
          title: smallJob.title,
          place: { street: workplace.street, postcode: workplace.postcode, town: workplace.town },
          position: workplace.position,
          callAgreement: agreement.callAgreement ?? '',
        }
      : null,
  };
}

function saidAbout({ evidence }: Shift): SaidAboutShift | null {
  const last = evidence.findLast(({ by }) => by === 'citizen');
  if (!last || last.says === 'call-me' || last.says === 'not-here') return null;
  return { answer: last.says === 'absent' ? 'cannot' : last.says, minutes: last.minutes };
}

async function callOf(unit: UnitOfWork, shift: Shift, language: Language): Promise<string | null> {
  const { id: shiftId, citizenId, smallJobId, state } = shift;
  const waiting = { doneAt: { isNull: true } } as const;
  // Whoever cannot for longer than a day is called about what comes next, and not about this one shift.
  const call =
    (await unit.tasks.first({ ...waiting, shiftId, kind: 'call-before-shift' })) ??
    (state === 'absent-reported'
      ? await unit.tasks.first({ ...waiting, citizenId, smallJobId, kind: 'call-citizen' })
      : undefined);
  if (!call) return null;
  return isBefore(await unit.now(), call.dueAt) ? instantInWords(call.dueAt, language) : '';
}

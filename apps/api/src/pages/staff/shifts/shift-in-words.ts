import {
  awaitedLater,
  firstName,
  hoursInWords,
  isBefore,
  localTimeOf,
  timeInWords,
  type Evidence,
  type Temporal,
} from '#domain';
import type { ShiftFileRecord } from '#use-cases';
import { outcomeOrWords } from '../../../http/sentences/history-texts.js';
import { shiftsWords as w } from '../../words/desk-shifts.js';

/** What is so, in whole sentences. */
export function linesOf({
  shift,
  citizen,
  now,
}: Pick<ShiftFileRecord, 'shift' | 'citizen' | 'now'>): string[] {
  const { arrivedAt, leftAt, absence, cancelReason, confirmedMinutes } = shift;
  const person = firstName(citizen);
  const awaited = isBefore(now, shift.endsAt) ? awaitedLater(shift) : null;
  const clock = (at: Temporal.Instant): string => timeInWords(localTimeOf(at));
  const came = arrivedAt && shift.state !== 'missed' ? [w.arrived(clock(arrivedAt))] : [];
  const went = leftAt && came.length > 0 ? [w.left(clock(leftAt))] : [];
  return [
    w.stateLines[shift.state](person),
    ...(came.length > 0 ? [`${[...came, ...went].join(', ')}.`] : []),
    ...(awaited ? [w.awaited(clock(awaited))] : []),
    ...(absence ? [w.absentBecause(w.causes[absence.cause], absentBy[absence.by])] : []),
    ...(absence?.note ? [absence.note] : []),
    ...(cancelReason ? [w.cancelledBecause(outcomeOrWords(cancelReason))] : []),
    ...(shift.wellDoneAt ? [w.praised] : []),
    ...(confirmedMinutes === null ? [] : [w.hoursStand(hoursInWords(confirmedMinutes))]),
  ];
}

const absentBy = { citizen: 'borgeren', employer: 'firmaet', contact: 'kontaktpersonen' } as const;

export function saidInWords({ by, says, minutes }: Evidence): string {
  const what = minutes === null ? w.saysWords[says] : `${w.saysWords[says]}, ${w.inMinutes(String(minutes))}`;
  return w.said(w.witnesses[by], what);
}

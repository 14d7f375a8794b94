import { absenceCauses, isoWithOffset, isStaff, shiftStates, type Absence, type Actor } from '#domain';
import type { ShiftRecord } from '#use-cases';
import {
  flag,
  instant,
  int,
  localDate,
  localTime,
  nested,
  oneOf,
  text,
  uuid,
} from '../../http/fields/index.js';
import { absenceReporters } from './absence-words.js';
import { isoOfText, isoOrNull } from './instants-out.js';

const WEEK = 10_080;
const staffOnly = 'Kun for kommunens medarbejdere.';

export class AbsenceResponse {
  @instant() at!: string;
  @oneOf(absenceCauses, { optional: true, example: 'sick', description: staffOnly }) cause?: string;
  @oneOf(absenceReporters, { optional: true, example: 'citizen', description: staffOnly }) by?: string;
  @text({ optional: true, nullable: true, example: 'Ringer igen i morgen tidlig', description: staffOnly })
  note?: string | null;
}

export class ShiftResponse {
  @uuid() id!: string;
  @uuid() agreementId!: string;
  @uuid() smallJobId!: string;
  @uuid({ optional: true, description: 'Kun for kommunen.' }) citizenId?: string;
  @text({ optional: true, example: 'Jonas', description: 'Fornavnet; kun for firmaet.' }) person?: string;
  @localDate() date!: string;
  @localTime() start!: string;
  @localTime({ allow24: true, example: '12:00' }) end!: string;
  @instant() startsAt!: string;
  @instant({ example: '2026-11-30T12:00:00+01:00' }) endsAt!: string;
  @flag({ description: 'Lønnede timer, eller ulønnet praktik.' }) paid!: boolean;
  @text({ nullable: true, example: 'Følge med på truckkørsel', description: 'Kun for ulønnede timer.' })
  task!: string | null;
  @oneOf(shiftStates.states, { example: 'planned' }) state!: string;
  @instant({ nullable: true, example: '2026-11-30T08:05:00+01:00' }) arrivedAt!: string | null;
  @instant({ nullable: true, example: '2026-11-30T12:00:00+01:00' }) leftAt!: string | null;
  @int({ min: 1, max: 100_000, example: 3, description: 'Vagtens nummer i aftalen.' }) number!: number;
  @int({ min: 0, max: WEEK, example: 15 }) breakMinutes!: number;
  @int({ min: 0, max: WEEK, example: 120, description: 'Så meget senere er også fint.' })
  flexibilityMinutes!: number;
  @nested(AbsenceResponse, {
    nullable: true,
    description: 'At det er meldt; hvorfor ser kun kommunens medarbejdere.',
  })
  absence!: AbsenceResponse | null;
  @int({ min: 0, max: WEEK, example: 225, nullable: true }) confirmedMinutes!: number | null;
  @instant({ nullable: true, example: '2026-12-01T09:00:00+01:00' }) confirmedAt!: string | null;
  @text({ optional: true, nullable: true, example: 'Ingen varer i dag', description: staffOnly })
  cancelReason?: string | null;
}

export class NotHereResponse extends ShiftResponse {
  @uuid({ nullable: true, description: 'Sagen, der nu er i gang; null, når vagten er forbi.' })
  escalationId!: string | null;
}

export function toShift({ shift, person }: ShiftRecord, actor: Actor): ShiftResponse {
  return {
    id: shift.id,
    agreementId: shift.agreementId,
    smallJobId: shift.smallJobId,
    ...(actor.role === 'employer' ? { person: person ?? '' } : { citizenId: shift.citizenId }),
    date: shift.date,
    start: shift.start,
    end: shift.end,
    startsAt: isoWithOffset(shift.startsAt),
    endsAt: isoWithOffset(shift.endsAt),
    paid: shift.paid,
    task: shift.task,
    state: shift.state,
    arrivedAt: isoOrNull(shift.arrivedAt),
    leftAt: isoOrNull(shift.leftAt),
    number: shift.number,
    breakMinutes: shift.breakMinutes,
    flexibilityMinutes: shift.flexibilityMinutes,
    absence: shift.absence && toAbsence(shift.absence, actor),
    confirmedMinutes: shift.confirmedMinutes,
    confirmedAt: isoOrNull(shift.confirmedAt),
    ...(isStaff(actor) && { cancelReason: shift.cancelReason }),
  };
}

/** Companies, and other systems, learn that it was reported and nothing more (practice). */
const toAbsence = ({ at, cause, by, note }: Absence, actor: Actor): AbsenceResponse => ({
  at: isoOfText(at),
  ...(isStaff(actor) && { cause, by, note }),
});

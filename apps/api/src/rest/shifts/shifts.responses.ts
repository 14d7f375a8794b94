import {
  absenceCauses,
  awaitedLater,
  firstName,
  isoWithOffset,
  isStaff,
  localTimeOf,
  shiftStates,
  timeInWords,
  type Absence,
  type Actor,
} from '#domain';
import type { ShiftFollowUp, ShiftRecord } from '#use-cases';
import {
  flag,
  instant,
  int,
  localDate,
  localTime,
  nested,
  oneOf,
  phone,
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

/** Calm words for the workplace: who is on it and when it hears again. Never why somebody is not there. */
export class FollowUpResponse {
  @oneOf(['told', 'talks', 'drives', 'looks-into-it'], { example: 'told' }) says!: string;
  @text({ example: 'Mette Holm' }) name!: string;
  @phone({ nullable: true, example: '+4520123456' }) phone!: string | null;
  @instant({ nullable: true, description: 'Inden da ringer kontaktpersonen til firmaet.' })
  before!: string | null;
  @text({ example: 'Mette har fået besked.' }) text!: string;
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
  @instant({
    nullable: true,
    example: '2026-11-30T09:30:00+01:00',
    description: 'Ventes senere end planlagt.',
  })
  expectedAt!: string | null;
  @instant({ nullable: true, example: '2026-11-30T12:10:00+01:00', description: 'Firmaet sagde Godt gået.' })
  wellDoneAt!: string | null;
  @nested(FollowUpResponse, {
    nullable: true,
    description: 'Når firmaet ved, at borgeren ikke er set: hvem der har den.',
  })
  followUp!: FollowUpResponse | null;
  @text({ optional: true, nullable: true, example: 'Ingen varer i dag', description: staffOnly })
  cancelReason?: string | null;
}

export class NotHereResponse extends ShiftResponse {
  @uuid({ nullable: true, description: 'Sagen, der nu er i gang; null, når vagten er forbi.' })
  escalationId!: string | null;
}

/** Who is on it is only told where it was read, to the workplace and the municipality. */
type Shown = Omit<ShiftRecord, 'followUp'> & Partial<Pick<ShiftRecord, 'followUp'>>;

export function toShift({ shift, person, followUp }: Shown, actor: Actor): ShiftResponse {
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
    expectedAt: isoOrNull(awaitedLater(shift)),
    wellDoneAt: isoOrNull(shift.wellDoneAt),
    followUp: followUp ? toFollowUp(followUp, person) : null,
    ...(isStaff(actor) && { cancelReason: shift.cancelReason }),
  };
}

/** Companies, and other systems, learn that it was reported and nothing more (practice). */
const toAbsence = ({ at, cause, by, note }: Absence, actor: Actor): AbsenceResponse => ({
  at: isoOfText(at),
  ...(isStaff(actor) && { cause, by, note }),
});

function toFollowUp({ says, staff, before }: ShiftFollowUp, person: string | null): FollowUpResponse {
  const contact = firstName(staff);
  const calls = before ? ` ${contact} ringer inden kl. ${timeInWords(localTimeOf(before))}.` : '';
  const about = person === null ? 'borgeren' : person;
  const texts = {
    told: `${contact} har fået besked.`,
    talks: `${contact} taler med ${about} nu.${calls}`,
    drives: `${contact} er på vej til ${about} nu.${calls}`,
    'looks-into-it': `${contact} tager sig af det nu.${calls}`,
  };
  return { says, name: staff.name, phone: staff.phone, before: isoOrNull(before), text: texts[says] };
}

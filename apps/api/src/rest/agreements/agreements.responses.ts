import { agreementStates, isoWithOffset, parties, type Actor, type Agreement, type PaidSlot } from '#domain';
import type { AgreementRecord } from '#use-cases';
import {
  flag,
  instant,
  int,
  list,
  listOf,
  localDate,
  localTime,
  nested,
  oneOf,
  text,
  uuid,
  weekday,
} from '../../http/fields/index.js';
import { isoOfText, isoOrNull } from '../shifts/instants-out.js';
import { FirstDayBody, UnpaidSlotBody } from './agreements.requests.js';

export class PaidSlotResponse {
  @weekday() weekday!: number;
  @localTime() start!: string;
  @localTime({ allow24: true, example: '12:00' }) end!: string;
  @int({ min: 0, max: 480, example: 0 }) breakMinutes!: number;
}

export class HoursPeriodResponse {
  @localDate({ example: '2026-12-07' }) from!: string;
  @listOf(PaidSlotResponse) paid!: PaidSlotResponse[];
}

export class SignatureResponse {
  @oneOf(parties) party!: string;
  @instant() at!: string;
  @text({ example: 'Mette Holm' }) by!: string;
  @flag({ example: false, description: 'En medarbejder har skrevet underskriften ned for parten.' })
  onBehalf!: boolean;
}

const staffOnly = 'Kun for kommunen.';

export class AgreementResponse {
  @uuid() id!: string;
  @uuid() offerId!: string;
  @uuid() smallJobId!: string;
  @uuid() companyId!: string;
  @uuid({ optional: true, description: staffOnly }) citizenId?: string;
  @text({ optional: true, example: 'Jonas', description: 'Fornavnet; kun for firmaet.' }) person?: string;
  @oneOf(agreementStates.states, { example: 'signed' }) state!: string;
  @localDate({ example: '2026-12-07' }) startDate!: string;
  @localDate({ example: '2026-12-07' }) paidFrom!: string;
  @listOf(PaidSlotResponse, { description: 'Den uge, der sidst er aftalt.' }) paid!: PaidSlotResponse[];
  @listOf(HoursPeriodResponse, { description: 'Alle aftalte uger, den ældste først.' })
  hours!: HoursPeriodResponse[];
  @listOf(UnpaidSlotBody) unpaid!: UnpaidSlotBody[];
  @list(text({ example: 'Ali viser rundt den første dag' })) expectations!: string[];
  @text({
    nullable: true,
    example: 'Ring til mig kl. 7, hvis det er glat',
    description: 'For firmaet: når borgeren har skrevet under.',
  })
  callAgreement!: string | null;
  @nested(FirstDayBody, { nullable: true, description: 'For firmaet: når mødestedet er arbejdspladsen.' })
  firstDay!: FirstDayBody | null;
  @listOf(SignatureResponse) signatures!: SignatureResponse[];
  @localDate({ nullable: true, example: '2027-02-01', description: 'Vagter er lagt til og med denne dag.' })
  plannedTo!: string | null;
  @instant() createdAt!: string;
  @instant({ nullable: true }) signedAt!: string | null;
  @instant({ nullable: true }) endedAt!: string | null;
  @text({ optional: true, nullable: true, example: 'more-hours-elsewhere', description: staffOnly })
  endReason?: string | null;
  @text({
    optional: true,
    nullable: true,
    example: 'En fast makker gjorde forskellen',
    description: staffOnly,
  })
  learnt?: string | null;
}

export function toAgreement({ agreement, person }: AgreementRecord, actor: Actor): AgreementResponse {
  const hours = agreement.hours.map(({ from, paid }) => ({ from, paid: paid.map(toSlot) }));
  return {
    id: agreement.id,
    offerId: agreement.offerId,
    smallJobId: agreement.smallJobId,
    companyId: agreement.companyId,
    ...(actor.role === 'employer' ? forCompany(agreement, person) : forMunicipality(agreement)),
    state: agreement.state,
    startDate: agreement.startDate,
    paidFrom: agreement.paidFrom,
    paid: hours.at(-1)?.paid ?? [],
    hours,
    unpaid: agreement.unpaid.map(({ weekday: day, start, end, task }) => ({
      weekday: day,
      start,
      end,
      task,
    })),
    expectations: agreement.expectations,
    signatures: agreement.signatures.map(({ party, at, byName, onBehalf }) => ({
      party,
      at: isoOfText(at),
      by: byName,
      onBehalf,
    })),
    plannedTo: agreement.plannedTo,
    createdAt: isoWithOffset(agreement.createdAt),
    signedAt: isoOrNull(agreement.signedAt),
    endedAt: isoOrNull(agreement.endedAt),
  };
}

const forMunicipality = ({ citizenId, callAgreement, firstDay, endReason, learnt }: Agreement) => ({
  citizenId,
  callAgreement,
  firstDay: toFirstDay(firstDay),
  endReason,
  learnt,
});

/** Own words reach a company when the citizen has signed them, and an address never (practice, P8). */
const forCompany = ({ callAgreement, firstDay, signatures }: Agreement, person: string | null) => ({
  person: person ?? '',
  callAgreement: signatures.some(({ party }) => party === 'citizen') ? callAgreement : null,
  firstDay: firstDay?.meet === 'workplace' ? toFirstDay(firstDay) : null,
});

const toFirstDay = (firstDay: Agreement['firstDay']): FirstDayBody | null =>
  firstDay && { meet: firstDay.meet, where: firstDay.where, at: firstDay.at };

const toSlot = ({ weekday: day, start, end, breakMinutes }: PaidSlot): PaidSlotResponse => ({
  weekday: day,
  start,
  end,
  breakMinutes,
});

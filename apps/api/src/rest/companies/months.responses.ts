import { isStaff, monthStandings, shiftStates, type Actor, type MonthLine, type MonthTotals } from '#domain';
import type { MonthPerson, MonthRecord } from '#use-cases';
import {
  flag,
  instant,
  int,
  listOf,
  localDate,
  localTime,
  nested,
  oneOf,
  text,
  uuid,
} from '../../http/fields/index.js';
import { isoOrNull } from '../shifts/instants-out.js';

const MOST = 10_000_000;

export class MonthLineResponse {
  @uuid() shiftId!: string;
  @localDate() date!: string;
  @localTime() start!: string;
  @localTime({ allow24: true, example: '12:00' }) end!: string;
  @int({ min: 0, max: MOST, example: 15 }) breakMinutes!: number;
  @text({ nullable: true, example: 'Følge med på truckkørsel', description: 'Kun for ulønnede timer.' })
  task!: string | null;
  @oneOf(shiftStates.states, { example: 'present' }) state!: string;
  @oneOf(monthStandings, {
    example: 'to-confirm',
    description: 'coming: ikke forbi. to-confirm: venter på Stemmer eller Ret. not-worked: tæller intet.',
  })
  standing!: string;
  @int({ min: 0, max: MOST, example: 225 }) plannedMinutes!: number;
  @int({ min: 0, max: MOST, example: 225, description: 'Det, der tæller nu.' }) minutes!: number;
  @flag({ description: 'Kan rettes nu: den venter, eller den siger, at ingen var der.' })
  canCorrect!: boolean;
  @instant({ nullable: true, example: '2026-11-30T08:05:00+01:00' }) arrivedAt!: string | null;
  @instant({ nullable: true, example: '2026-11-30T12:00:00+01:00' }) leftAt!: string | null;
  @instant({ nullable: true, example: '2026-12-01T09:00:00+01:00' }) confirmedAt!: string | null;
}

export class MonthTotalsResponse {
  @int({ min: 0, max: MOST, example: 2880 }) paidMinutes!: number;
  @int({ min: 0, max: MOST, example: 480, description: 'Tælles altid for sig.' }) unpaidMinutes!: number;
  @int({ min: 0, max: MOST, example: 1440 }) confirmedPaidMinutes!: number;
  @int({ min: 0, max: MOST, example: 240 }) confirmedUnpaidMinutes!: number;
  @int({ min: 0, max: MOST, example: 6, description: 'Vagter, der venter på Stemmer eller Ret.' })
  toConfirm!: number;
  @int({ min: 0, max: MOST, example: 4, description: 'Vagter, der ikke er forbi.' }) coming!: number;
}

export class MonthPersonResponse {
  @uuid() agreementId!: string;
  @uuid() smallJobId!: string;
  @text({ example: 'Fjerne tomme kasser' }) title!: string;
  @text({ example: 'Jonas Hansen' }) person!: string;
  @uuid({ optional: true, description: 'Kun for kommunen.' }) citizenId?: string;
  @listOf(MonthLineResponse) paid!: MonthLineResponse[];
  @listOf(MonthLineResponse) unpaid!: MonthLineResponse[];
  @listOf(MonthLineResponse, { description: 'Vagter, hvor personen ikke var der. De tæller intet.' })
  notWorked!: MonthLineResponse[];
  @nested(MonthTotalsResponse) totals!: MonthTotalsResponse;
}

export class MonthResponse {
  @uuid() companyId!: string;
  @text({ example: '2026-11' }) month!: string;
  @text({ max: 20_000, example: '6c7d8e9f0a2b-1x2y3z4', description: 'Sendes med, når timerne bekræftes.' })
  version!: string;
  @listOf(MonthPersonResponse) people!: MonthPersonResponse[];
  @nested(MonthTotalsResponse) totals!: MonthTotalsResponse;
}

export const toMonth = (
  { company, month, version, people, totals }: MonthRecord,
  actor: Actor,
): MonthResponse => ({
  companyId: company.id,
  month,
  version,
  people: people.map((person) => toPerson(person, actor)),
  totals: toTotals(totals),
});

function toPerson(
  { agreementId, smallJob, citizen, lines, totals }: MonthPerson,
  actor: Actor,
): MonthPersonResponse {
  const worked = lines.filter(({ standing }) => standing !== 'not-worked');
  return {
    agreementId,
    smallJobId: smallJob.id,
    title: smallJob.title,
    person: citizen.name,
    ...(isStaff(actor) && { citizenId: citizen.id }),
    paid: worked.filter(({ shift }) => shift.paid).map(toLine),
    unpaid: worked.filter(({ shift }) => !shift.paid).map(toLine),
    notWorked: lines.filter(({ standing }) => standing === 'not-worked').map(toLine),
    totals: toTotals(totals),
  };
}

const toLine = ({ shift, standing, plannedMinutes, minutes, canCorrect }: MonthLine): MonthLineResponse => ({
  shiftId: shift.id,
  date: shift.date,
  start: shift.start,
  end: shift.end,
  breakMinutes: shift.breakMinutes,
  task: shift.task,
  state: shift.state,
  standing,
  plannedMinutes,
  minutes,
  canCorrect,
  arrivedAt: isoOrNull(shift.arrivedAt),
  leftAt: isoOrNull(shift.leftAt),
  confirmedAt: isoOrNull(shift.confirmedAt),
});

const toTotals = ({
  paidMinutes,
  unpaidMinutes,
  confirmedPaidMinutes,
  confirmedUnpaidMinutes,
  toConfirm,
  coming,
}: MonthTotals): MonthTotalsResponse => ({
  paidMinutes,
  unpaidMinutes,
  confirmedPaidMinutes,
  confirmedUnpaidMinutes,
  toConfirm,
  coming,
});

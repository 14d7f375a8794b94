import { isoWithOffset, smallJobStates, weeklyMinutes, type PostingWarning, type SmallJob } from '#domain';
import type { SmallJobWithContact } from '#use-cases';
import {
  flag,
  instant,
  int,
  list,
  listOf,
  localDate,
  nested,
  number,
  oneOf,
  pickOf,
  position,
  text,
  uuid,
  AddressFields,
  type PositionFields,
} from '../../http/fields/index.js';
import { toAddress, toPosition } from '../companies/companies.responses.js';
import { ContactPersonResponse, toContactPerson } from '../contacts/contact-person.js';
import { PostingWarningResponse, toWarning } from './posting-warnings.js';
import { DemandsBody, SmallJobShiftBody } from './small-job-parts.js';
import { PostSmallJobBody } from './small-jobs.requests.js';

export class WorkplaceResponse extends AddressFields {
  @position() position!: PositionFields;
}

export class SmallJobShiftResponse extends pickOf(SmallJobShiftBody, ['weekday', 'start', 'end']) {
  @int({ min: 0, max: 480, example: 30 }) breakMinutes!: number;
}

export class DemandsResponse extends pickOf(DemandsBody, ['liftKg', 'standing', 'noise', 'peopleContact']) {
  @list(text({ max: 100, example: 'stairs' })) other!: string[];
}

export class SmallJobResponse extends pickOf(PostSmallJobBody, [
  'companyId',
  'title',
  'category',
  'description',
  'startDate',
  'startFlexibilityMinutes',
  'hourlyWageOre',
  'danishLevel',
  'positions',
  'companyContact',
]) {
  @uuid() id!: string;
  @oneOf(smallJobStates.states, { example: 'open' }) status!: string;
  @nested(WorkplaceResponse) workplace!: WorkplaceResponse;
  @listOf(SmallJobShiftResponse) weeklyShifts!: SmallJobShiftResponse[];
  @number({ min: 0, max: 168, example: 3.5, description: 'Lønnede timer om ugen, pauser trukket fra.' })
  weeklyHours!: number;
  @localDate({ nullable: true, example: '2027-12-31' }) endDate!: string | null;
  @text({ max: 300, nullable: true, example: 'Fællesoverenskomsten' }) collectiveAgreement!: string | null;
  @nested(DemandsResponse) demands!: DemandsResponse;
  @list(text({ max: 100, example: 'truck' })) certificates!: string[];
  @list(text({ max: 100, example: 'fixed-buddy' })) accommodationsOffered!: string[];
  @int({ min: 0, max: 1000, example: 1, description: 'Tilbudte og besatte pladser.' }) seatsTaken!: number;
  @int({ min: 0, max: 37, example: 20, nullable: true }) roomToGrowHours!: number | null;
  @uuid({ nullable: true }) fixedContactId!: string | null;
  @nested(ContactPersonResponse, { nullable: true, description: 'Den ene person, begge kan ringe til.' })
  fixedContact!: ContactPersonResponse | null;
  @nested(ContactPersonResponse, { nullable: true, description: 'Den, der tager telefonen i dag.' })
  answersToday!: ContactPersonResponse | null;
  @flag({ example: false }) withoutDuty!: boolean;
  @text({ max: 1000, nullable: true, example: 'Opgaven er løst' }) closeReason!: string | null;
  @instant({
    nullable: true,
    description: 'Ejeren er spurgt på SMS, om kladden må slås op, og har ikke svaret.',
  })
  ownerAskedAt!: string | null;
  @instant() createdAt!: string;
}

export class PostedSmallJobResponse extends SmallJobResponse {
  @listOf(PostingWarningResponse, { description: 'Noget at se på; intet er stoppet af det.' })
  warnings!: PostingWarningResponse[];
}

export const toPostedSmallJob = (
  record: SmallJobWithContact,
  warnings: readonly PostingWarning[],
): PostedSmallJobResponse => ({ ...toSmallJob(record), warnings: warnings.map(toWarning) });

export function toSmallJob({ smallJob, fixedContact, answersToday }: SmallJobWithContact): SmallJobResponse {
  const { companyContact, demands, workplace } = smallJob;
  return {
    id: smallJob.id,
    companyId: smallJob.companyId,
    status: smallJob.status,
    title: smallJob.title,
    category: smallJob.category,
    description: smallJob.description,
    workplace: { ...toAddress(workplace), position: toPosition(workplace.position) },
    ...hoursOf(smallJob),
    hourlyWageOre: smallJob.hourlyWageOre,
    collectiveAgreement: smallJob.collectiveAgreement,
    demands: {
      liftKg: demands.liftKg,
      standing: demands.standing,
      noise: demands.noise,
      peopleContact: demands.peopleContact,
      other: demands.other,
    },
    danishLevel: smallJob.danishLevel,
    certificates: smallJob.certificates,
    accommodationsOffered: smallJob.accommodationsOffered,
    positions: smallJob.positions,
    seatsTaken: smallJob.seatsTaken,
    roomToGrowHours: smallJob.roomToGrowHours,
    companyContact: { name: companyContact.name, phone: companyContact.phone },
    fixedContactId: fixedContact?.id ?? null,
    fixedContact: toContactPerson(fixedContact),
    answersToday: toContactPerson(answersToday),
    withoutDuty: smallJob.withoutDuty,
    closeReason: smallJob.closeReason,
    ownerAskedAt: smallJob.ownerAskedAt && isoWithOffset(smallJob.ownerAskedAt),
    createdAt: isoWithOffset(smallJob.createdAt),
  };
}

const hoursOf = ({ weeklyShifts, startDate, endDate, startFlexibilityMinutes }: SmallJob) => ({
  weeklyShifts: weeklyShifts.map(({ weekday, start, end, breakMinutes }) => ({
    weekday,
    start,
    end,
    breakMinutes,
  })),
  weeklyHours: Math.round(weeklyMinutes(weeklyShifts) / 0.6) / 100,
  startDate,
  endDate,
  startFlexibilityMinutes,
});

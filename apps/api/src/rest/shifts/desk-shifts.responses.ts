import { deskActions, type Actor } from '#domain';
import {
  shiftListViews,
  type DeskShift,
  type ShiftFileRecord,
  type ShiftListRecord,
  type WeekOfShiftsRecord,
} from '#use-cases';
import { flag, int, list, listOf, localDate, nested, oneOf, text, uuid } from '../../http/fields/index.js';
import { toCursor } from '../../http/cursor.js';
import { MessageResponse, toMessage } from '../messages/messages.responses.js';
import { TaskResponse, toTask } from '../tasks/tasks.responses.js';
import { ShiftResponse, toShift } from './shifts.responses.js';

const MOST = 10_000_000;

export class DeskShiftResponse extends ShiftResponse {
  @text({ example: 'Jonas Hansen' }) citizen!: string;
  @text({ example: 'Fjerne tomme kasser' }) title!: string;
  @uuid() companyId!: string;
  @text({ example: 'Frugtlageret' }) company!: string;
  @text({ nullable: true, example: 'Mette Holm', description: 'Hvem der svarer for vagten den dag.' })
  contact!: string | null;
  @flag({ description: 'Vikar for den faste kontaktperson den dag.' }) isCover!: boolean;
  @flag({ description: 'Er falsk, når vagten er uden vagt hos kommunen.' }) isOnDuty!: boolean;
  @uuid({ nullable: true, description: 'Sagen, der er i gang.' }) openCaseId!: string | null;
}

export class ShiftCountsResponse {
  @int({ min: 0, max: MOST, example: 12 }) today!: number;
  @int({ min: 0, max: MOST, example: 1 }) notSeen!: number;
  @int({ min: 0, max: MOST, example: 3 }) unconfirmed!: number;
  @int({ min: 0, max: MOST, example: 14 }) tomorrow!: number;
  @int({ min: 0, max: MOST, example: 0 }) withoutDuty!: number;
  @int({ min: 0, max: MOST, example: 9 }) mine!: number;
}

export class ShiftListResponse {
  @oneOf(shiftListViews) view!: string;
  @listOf(DeskShiftResponse, { max: 500 }) items!: DeskShiftResponse[];
  @text({ nullable: true, example: 'YWZ0ZXI6', description: 'Null på den sidste side.' })
  nextCursor!: string | null;
  @nested(ShiftCountsResponse) counts!: ShiftCountsResponse;
}

export class ShiftFileResponse extends DeskShiftResponse {
  @list(oneOf(deskActions, { example: 'check-in' }), { description: 'Hvad der giver mening nu.' })
  actions!: string[];
  @listOf(MessageResponse, { max: 100 }) messages!: MessageResponse[];
  @listOf(TaskResponse) tasks!: TaskResponse[];
  @list(uuid(), { description: 'Alle sager om vagten, den nyeste først.' }) caseIds!: string[];
}

export class ClosedCompanyResponse {
  @uuid() companyId!: string;
  @text({ example: 'Frugtlageret' }) company!: string;
  @text({ nullable: true, example: 'Optælling' }) reason!: string | null;
}

export class OnDutyResponse {
  @uuid() staffId!: string;
  @text({ example: 'Mette Holm' }) name!: string;
  @flag({ description: 'Kun som vikar den dag.' }) isCover!: boolean;
  @int({ min: 0, max: MOST, example: 5 }) shifts!: number;
}

export class DayOfShiftsResponse {
  @localDate() date!: string;
  @text({ nullable: true, example: '2. juledag' }) holiday!: string | null;
  @listOf(ClosedCompanyResponse) closed!: ClosedCompanyResponse[];
  @listOf(DeskShiftResponse, { description: 'De første af dagens vagter.' }) shifts!: DeskShiftResponse[];
  @int({ min: 0, max: MOST, example: 5, description: 'Hvor mange der er i alt.' }) count!: number;
  @listOf(OnDutyResponse) onDuty!: OnDutyResponse[];
  @int({ min: 0, max: MOST, example: 0 }) withoutDuty!: number;
}

export class WeekOfShiftsResponse {
  @localDate() from!: string;
  @localDate({ example: '2026-12-06' }) to!: string;
  @listOf(DayOfShiftsResponse) days!: DayOfShiftsResponse[];
}

export const toDeskShift = (row: DeskShift, actor: Actor): DeskShiftResponse => ({
  ...toShift({ shift: row.shift, person: null }, actor),
  citizen: row.citizen.name,
  title: row.smallJob.title,
  companyId: row.company.id,
  company: row.company.name,
  contact: row.contact?.name ?? null,
  isCover: row.isCover,
  isOnDuty: row.isOnDuty,
  openCaseId: row.openCase?.id ?? null,
});

export const toShiftList = (
  view: string,
  { items, next, counts }: ShiftListRecord,
  actor: Actor,
): ShiftListResponse => ({
  view,
  items: items.map((row) => toDeskShift(row, actor)),
  nextCursor: next === null ? null : toCursor(next),
  counts: {
    today: counts.today,
    notSeen: counts['not-seen'],
    unconfirmed: counts.unconfirmed,
    tomorrow: counts.tomorrow,
    withoutDuty: counts['without-duty'],
    mine: counts.mine,
  },
});

export const toShiftFile = (file: ShiftFileRecord, actor: Actor): ShiftFileResponse => ({
  ...toDeskShift(file, actor),
  actions: file.actions,
  messages: file.messages.map(toMessage),
  tasks: file.tasks.map(toTask),
  caseIds: file.cases.map(({ id }) => id),
});

export const toWeek = ({ from, to, days }: WeekOfShiftsRecord, actor: Actor): WeekOfShiftsResponse => ({
  from,
  to,
  days: days.map(({ date, holiday, closed, shifts, count, onDuty, withoutDuty }) => ({
    date,
    holiday,
    closed: closed.map(({ company, reason }) => ({ companyId: company.id, company: company.name, reason })),
    shifts: shifts.map((row) => toDeskShift(row, actor)),
    count,
    onDuty: onDuty.map((one) => ({
      staffId: one.staff.id,
      name: one.staff.name,
      isCover: one.isCover,
      shifts: one.shifts,
    })),
    withoutDuty,
  })),
});

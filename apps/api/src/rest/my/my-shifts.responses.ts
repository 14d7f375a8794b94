import { isoWithOffset, shiftAnswers, shiftStates } from '#domain';
import type { MonthOfHours, MyContact, MyHours, MyShifts, ShiftView } from '#use-cases';
import {
  AddressFields,
  flag,
  instant,
  int,
  list,
  listOf,
  localDate,
  localTime,
  nested,
  oneOf,
  PositionFields,
  text,
  uuid,
} from '../../http/fields/index.js';
import { toAddress, toPosition } from '../companies/companies.responses.js';
import { LedgerLineResponse, toLine } from '../paid-hours/paid-hours.responses.js';

const MOST = 10_000_000;

export class PersonToCallResponse {
  @text({ example: 'Mette Holm' }) name!: string;
  @text({ min: 0, example: '20123456', description: 'Som man taster det; tom, når der ikke er et nummer.' })
  phone!: string;
}

export class MyContactResponse extends PersonToCallResponse {
  @flag({ description: 'Telefonen bliver taget lige nu.' }) answersNow!: boolean;
  @text({ min: 0, example: 'mandag den 30. november kl. 7.15', description: 'Tom, når den tages nu.' })
  answersAgain!: string;
  @text({ nullable: true, example: 'Lars Bach', description: 'Den faste, når en anden svarer nogle dage.' })
  answersFor!: string | null;
  @localDate({ nullable: true, description: 'Sidste dag, hvor en anden svarer.' }) answersForUntil!:
    string | null;
  @nested(PersonToCallResponse, { nullable: true, description: 'Ring hertil, hvis der ikke bliver svaret.' })
  deputy!: PersonToCallResponse | null;
}

export class SaidAboutShiftResponse {
  @oneOf(shiftAnswers, { example: 'later' }) answer!: string;
  @int({ min: 0, max: 1440, example: 30, nullable: true }) minutes!: number | null;
}

export class MyShiftResponse {
  @uuid() id!: string;
  @localDate() date!: string;
  @localTime() start!: string;
  @localTime({ allow24: true, example: '12:00' }) end!: string;
  @instant() startsAt!: string;
  @instant({ example: '2026-11-30T12:00:00+01:00' }) endsAt!: string;
  @oneOf(shiftStates.states, { example: 'planned' }) state!: string;
  @flag({ description: 'Lønnede timer, eller ulønnet praktik.' }) paid!: boolean;
  @text({ max: 300, example: 'Fjerne tomme kasser' }) title!: string;
  @nested(AddressFields) place!: AddressFields;
  @nested(PositionFields) position!: PositionFields;
  @text({ min: 0, max: 10_000, example: 'Ring til mig kl. 7', description: 'Ring-aftalen; tom uden.' })
  callAgreement!: string;
  @list(oneOf(shiftAnswers), { example: ['cannot', 'call'], description: 'De svar, der giver mening nu.' })
  answers!: string[];
  @nested(SaidAboutShiftResponse, { nullable: true }) said!: SaidAboutShiftResponse | null;
  @text({ nullable: true, min: 0, example: '', description: 'Hvornår der bliver ringet; null: ikke aftalt.' })
  calls!: string | null;
  @nested(MyContactResponse) contact!: MyContactResponse;
}

export class MyShiftsResponse {
  @listOf(MyShiftResponse) next!: MyShiftResponse[];
  @listOf(MyShiftResponse) before!: MyShiftResponse[];
}

export class MonthOfHoursResponse {
  @text({ example: '2026-11' }) month!: string;
  @int({ min: 0, max: MOST, example: 2880 }) paidMinutes!: number;
  @int({ min: 0, max: MOST, example: 480, description: 'Tælles altid for sig.' }) unpaidMinutes!: number;
  @int({ min: 0, max: MOST, example: 2400, description: 'De lønnede, der er bekræftet.' })
  confirmedMinutes!: number;
  @listOf(LedgerLineResponse) lines!: LedgerLineResponse[];
}

export class MyHoursResponse {
  @listOf(MonthOfHoursResponse) months!: MonthOfHoursResponse[];
}

export const toMyContact = (contact: MyContact): MyContactResponse => ({
  name: contact.name,
  phone: contact.phone,
  answersNow: contact.answersNow,
  answersAgain: contact.answersAgain,
  answersFor: contact.covering?.for ?? null,
  answersForUntil: contact.covering?.until ?? null,
  deputy: contact.deputy,
});

export function toMyShift(view: ShiftView): MyShiftResponse {
  const { id, date, times, state, paid, answers, said, calls, contact, more } = view;
  // Whoever is signed in sees all of an own shift.
  if (!more) throw new Error('A shift of my page is always shown whole.');
  return {
    id,
    date,
    start: times.start,
    end: times.end,
    startsAt: isoWithOffset(times.startsAt),
    endsAt: isoWithOffset(times.endsAt),
    state,
    paid,
    title: more.title,
    place: toAddress(more.place),
    position: toPosition(more.position),
    callAgreement: more.callAgreement,
    answers,
    said,
    calls,
    contact: toMyContact(contact),
  };
}

export const toMyShifts = ({ next, before }: MyShifts): MyShiftsResponse => ({
  next: next.map(toMyShift),
  before: before.map(toMyShift),
});

const toMonth = ({ lines, ...month }: MonthOfHours): MonthOfHoursResponse => ({
  ...month,
  lines: lines.map(toLine),
});

export const toMyHours = ({ months }: MyHours): MyHoursResponse => ({ months: months.map(toMonth) });

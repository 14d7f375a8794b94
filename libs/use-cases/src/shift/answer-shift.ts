import {
  addDays,
  firstName,
  instantInWords,
  isBefore,
  localDateOf,
  minutesBetween,
  movedBy,
  nextContactTime,
  refuseUnless,
  dayInWords,
  type Actor,
  type Citizen,
  type Evidence,
  type MessageData,
  type Reply,
  type Shift,
  type Staff,
} from '#domain';
import { Ids, type UnitOfWork } from '../ports/index.js';
import { contactFor, contactInWords } from '../contact/who-answers.js';
import { moveWaiting, note } from '../escalation/case-file.js';
import { openCaseOf } from '../escalation/start-escalation.js';
import { Correspondence } from '../message/correspondence.js';
import { openTask } from '../task/open-task.js';
import { found } from '../wiring/permissions.js';
import { CheckIn } from './check-in.js';
import { ReportAbsence } from './report-absence.js';

/** How long the ladder waits when no minutes are named. */
const USUAL_MINUTES = { 'on-the-way': 30, later: 60 } as const;

type AnswerTemplate = 'arrived-thanks' | 'late-thanks' | 'absence-noted' | 'will-call';

/** HER, PÅ VEJ, SENERE, KAN IKKE, RING: what the citizen says about the shift of today. */
export class AnswerShift {
  static readonly needs = [Ids, CheckIn, ReportAbsence, Correspondence] as const;

  constructor(
    private readonly ids: Ids,
    private readonly checkIn: CheckIn,
    private readonly reportAbsence: ReportAbsence,
    private readonly correspondence: Correspondence,
  ) {}

  async within(unit: UnitOfWork, shiftId: string, reply: Reply, actor: Actor): Promise<void> {
    const shift = found(await unit.shifts.lock(shiftId), 'shift.not-found');
    const citizen = found(await unit.citizens.find(shift.citizenId), 'citizen.not-found');
    const contact = await contactFor(unit, shift.smallJobId, await unit.now());
    if (reply.word === 'here') {
      await this.checkIn.within(unit, shiftId, undefined, actor);
      await this.answer(unit, shift, citizen, contact, 'arrived-thanks', reply.word);
      return;
    }
    if (reply.word === 'cannot') {
      await this.reportAbsence.within(unit, shiftId, { cause: 'cannot', by: 'citizen' }, actor);
      await this.answer(unit, shift, citizen, contact, 'absence-noted', reply.word, {
        day: dayInWords(shift.date, citizen.language),
      });
      return;
    }
    if (reply.word === 'call') return this.callBack(unit, shift, citizen, contact);
    refuseUnless(reply.word === 'on-the-way' || reply.word === 'later', 'shift.wrong-state', {
      word: reply.word,
    });
    await this.wait(unit, shift, reply.word, reply.minutes ?? USUAL_MINUTES[reply.word]);
    await this.answer(unit, shift, citizen, contact, 'late-thanks', reply.word);
  }

  /** PÅ VEJ is not arrival: it moves the next step by the travel time. */
  private async wait(
    unit: UnitOfWork,
    shift: Shift,
    says: 'on-the-way' | 'later',
    minutes: number,
  ): Promise<void> {
    const now = await unit.now();
    const evidence: Evidence = { by: 'citizen', says, at: now.toString(), minutes };
    await unit.shifts.update({ ...shift, evidence: [...shift.evidence, evidence] });
    const open = await openCaseOf(unit, shift.id);
    if (open?.state !== 'open') return;
    const nextStepAt =
      open.nextStepAt && (await moveWaiting(unit, open, movedBy(open.nextStepAt, now, minutes)));
    await unit.escalations.update({ ...open, nextStepAt });
    await note(unit, this.ids, open, says, 'Borgeren', { minutes });
  }

  /** Outside the contact hours the answer says truthfully when somebody calls. */
  private async callBack(unit: UnitOfWork, shift: Shift, citizen: Citizen, contact: Staff): Promise<void> {
    const now = await unit.now();
    const today = localDateOf(now);
    const callsAt = nextContactTime(
      contact.contactHours,
      now,
      await unit.holidays(today, addDays(today, 21)),
    );
    const beforeShift = isBefore(now, shift.startsAt) && minutesBetween(callsAt, shift.startsAt) < 30;
    await openTask(unit, this.ids, {
      kind: 'call-before-shift',
      staffId: contact.id,
      citizenId: citizen.id,
      smallJobId: shift.smallJobId,
      shiftId: shift.id,
      dueAt: beforeShift ? shift.startsAt.subtract({ minutes: 45 }) : callsAt,
    });
    await unit.record({ type: 'CallWished', citizenId: citizen.id });
    await this.answer(unit, shift, citizen, contact, 'will-call', 'call', {
      calls: instantInWords(callsAt, citizen.language),
    });
  }

  private async answer(
    unit: UnitOfWork,
    shift: Shift,
    citizen: Citizen,
    contact: Staff,
    template: AnswerTemplate,
    word: string,
    more: Record<string, string> = {},
  ): Promise<void> {
    const now = await unit.now();
    const data = {
      firstName: firstName(citizen),
      ...contactInWords(contact),
      ...more,
    } as MessageData[AnswerTemplate];
    const occasion = `${word}-${now.epochMilliseconds}`;
    await this.correspondence.toCitizen(
      unit,
      citizen,
      contact,
      { template, data, subjectId: shift.id, occasion, urgent: true },
      null,
    );
  }
}

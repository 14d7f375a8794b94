import {
  addDays,
  answersNow,
  arrivalIn,
  dayInWords,
  firstName,
  instantInWords,
  isBefore,
  isSameAnswer,
  localDateOf,
  minutesBetween,
  movedBy,
  nextContactTime,
  refuseUnless,
  revised,
  shiftStates,
  type AbsenceSpan,
  type Actor,
  type Citizen,
  type Evidence,
  type MessageData,
  type Reply,
  type Shift,
  type Staff,
} from '#domain';
import { Ids, type UnitOfWork } from '../ports/index.js';
import { contactFor, contactInWords, whoTakes } from '../contact/who-answers.js';
import { moveWaiting, note } from '../escalation/case-file.js';
import { openCaseOf } from '../escalation/start-escalation.js';
import { Correspondence } from '../message/correspondence.js';
import { openTask } from '../task/open-task.js';
import { found } from '../wiring/permissions.js';
import { CheckIn } from './check-in.js';
import { SayCannot } from './say-cannot.js';
import { scheduleShift } from './schedule-shift.js';
import { tellComing } from './tell-coming.js';

/** How long the ladder waits when no minutes are named. */
const USUAL_MINUTES = { 'on-the-way': 30, later: 60 } as const;

type AnswerTemplate = 'arrived-thanks' | 'late-thanks' | 'absence-noted' | 'will-call';

/** How it was said. A page is its own receipt; an SMS is answered by one. */
export interface SaidHow {
  how: 'sms' | 'page';
  span?: AbsenceSpan;
}

interface Scene {
  unit: UnitOfWork;
  shift: Shift;
  citizen: Citizen;
  contact: Staff;
  how: SaidHow['how'];
}

/** HER, PÅ VEJ, SENERE, KAN IKKE, RING: what the citizen says about a shift, by SMS or with a button. */
export class AnswerShift {
  static readonly needs = [Ids, CheckIn, SayCannot, Correspondence] as const;

  constructor(
    private readonly ids: Ids,
    private readonly checkIn: CheckIn,
    private readonly sayCannot: SayCannot,
    private readonly correspondence: Correspondence,
  ) {}

  async within(
    unit: UnitOfWork,
    shiftId: string,
    reply: Reply,
    actor: Actor,
    { how, span = 'today' }: SaidHow = { how: 'sms' },
  ): Promise<void> {
    const shift = found(await unit.shifts.lock(shiftId), 'shift.not-found');
    const citizen = found(await unit.citizens.find(shift.citizenId), 'citizen.not-found');
    const now = await unit.now();
    if (how === 'page') {
      const stillMakesSense = answersNow(shift, now).some((answer) => answer === reply.word);
      refuseUnless(stillMakesSense, 'shift.wrong-state', { from: shift.state });
    }
    const contact = await contactFor(unit, shift.smallJobId, now);
    const scene: Scene = { unit, shift, citizen, contact, how };
    if (reply.word === 'here') {
      await this.checkIn.within(unit, shiftId, undefined, actor);
      await this.answer(scene, 'arrived-thanks', reply.word);
      return;
    }
    if (reply.word === 'cannot') {
      await this.sayCannot.within(unit, shift, span, actor);
      await this.answer(scene, 'absence-noted', reply.word, {
        day: dayInWords(shift.date, citizen.language),
      });
      return;
    }
    if (reply.word === 'call') return this.callBack(scene);
    refuseUnless(reply.word === 'on-the-way' || reply.word === 'later', 'shift.wrong-state', {
      word: reply.word,
    });
    await this.wait(scene, reply.word, reply.minutes ?? USUAL_MINUTES[reply.word]);
    await this.answer(scene, 'late-thanks', reply.word);
  }

  /** PÅ VEJ is not arrival: it moves the next step by the travel time. After KAN IKKE the shift is on again. */
  private async wait(
    { unit, shift, citizen, contact }: Scene,
    says: 'on-the-way' | 'later',
    minutes: number,
  ) {
    const now = await unit.now();
    if (isSameAnswer(shift, says, minutes, now)) return;
    const evidence: Evidence = { by: 'citizen', says, at: now.toString(), minutes };
    const isBack = shift.state === 'absent-reported';
    const coming: Shift = {
      ...shift,
      ...(isBack && { state: shiftStates.move(shift.state, 'planned'), absence: null }),
      evidence: [...shift.evidence, evidence],
    };
    await unit.shifts.update(revised(shift, coming));
    if (isBack) {
      const agreement = found(await unit.agreements.find(shift.agreementId), 'agreement.not-found');
      await scheduleShift(unit, coming, agreement);
    }
    const { at, isLate } = arrivalIn(shift, minutes, now);
    if (isBack || isLate)
      await tellComing(this.correspondence, { unit, shift: coming, citizen, contact, at });
    const open = await openCaseOf(unit, shift.id);
    if (open?.state !== 'open') return;
    const nextStepAt =
      open.nextStepAt && (await moveWaiting(unit, open, movedBy(open.nextStepAt, now, minutes)));
    await unit.escalations.update({ ...open, nextStepAt });
    await note(unit, this.ids, open, says, 'Borgeren', { minutes });
  }

  /** Outside the contact hours the answer says truthfully when somebody calls. One call is enough. */
  private async callBack(asked: Scene): Promise<void> {
    const { unit, shift, citizen } = asked;
    const now = await unit.now();
    const contact = await whoTakes(unit, asked.contact, now);
    const scene: Scene = { ...asked, contact };
    const today = localDateOf(now);
    const callsAt = nextContactTime(
      contact.contactHours,
      now,
      await unit.holidays(today, addDays(today, 21)),
    );
    const waiting = { shiftId: shift.id, kind: 'call-before-shift', doneAt: { isNull: true } } as const;
    if ((await unit.tasks.count(waiting)) === 0) {
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
    }
    await this.answer(scene, 'will-call', 'call', {
      calls: instantInWords(callsAt, citizen.language),
    });
  }

  private async answer(
    { unit, shift, citizen, contact, how }: Scene,
    template: AnswerTemplate,
    word: string,
    more: Record<string, string> = {},
  ): Promise<void> {
    if (how === 'page') return;
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

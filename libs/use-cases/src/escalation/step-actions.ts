import {
  firstName,
  listInWords,
  whoIsAsked,
  type Citizen,
  type Crew,
  type Escalation,
  type EscalationStep,
  type Shift,
  type SmallJob,
  type Staff,
  type TaskKind,
} from '#domain';
import { Ids, type UnitOfWork } from '../ports/index.js';
import { crewAt } from '../contact/crew.js';
import { contactInWords } from '../contact/who-answers.js';
import { Correspondence, type Letter } from '../message/correspondence.js';
import { openTask } from '../task/open-task.js';
import { found } from '../wiring/permissions.js';
import { putOnTheList } from './case-file.js';
import { peopleToAskAbout } from './people-to-ask-about.js';
import { staffLetter } from './staff-letter.js';
import { tellWorkplace } from './tell-workplace.js';
import { contactOfCase, whoHears } from './who-hears.js';

export interface StepResult {
  how: 'message' | 'task' | 'skipped';
  /** The person or group that the step turned to. */
  name: string;
  messageId: string | null;
  /** False: nobody heard anything, so the next step is due at once. */
  reached: boolean;
  /** Why it went another way than the ladder says; null when it did not. */
  reason: string | null;
}

interface Scene {
  unit: UnitOfWork;
  escalation: Escalation;
  step: EscalationStep;
  shift: Shift;
  smallJob: SmallJob;
  citizen: Citizen;
  crew: Crew;
  /** Whose it is, here or away; undefined where nobody is left. */
  contact: Staff | undefined;
  /** Whom citizen and workplace may call now. */
  answers: Staff | undefined;
}

const skipped = (name: string, reason: string, reached: boolean): StepResult => ({
  how: 'skipped',
  name,
  messageId: null,
  reached,
  reason,
});
const sent = (name: string, messageId: string | null, reason: string | null = null): StepResult => ({
  how: 'message',
  name,
  messageId,
  reached: true,
  reason,
});
const byHand = (name: string, reason: string): StepResult => ({
  how: 'task',
  name,
  messageId: null,
  reached: false,
  reason,
});
/** Where nobody is left who could be named. */
const TEAM = 'Teamet';

/** What each kind of step does. Message rows and tasks only: the worker sends, people do. */
export class StepActions {
  static readonly needs = [Ids, Correspondence] as const;

  constructor(
    private readonly ids: Ids,
    private readonly correspondence: Correspondence,
  ) {}

  async act(unit: UnitOfWork, escalation: Escalation, step: EscalationStep): Promise<StepResult> {
    const now = await unit.now();
    const [crew, shift, smallJob, citizen] = await Promise.all([
      crewAt(unit, now),
      unit.shifts.find(escalation.shiftId),
      unit.smallJobs.find(escalation.smallJobId),
      unit.citizens.find(escalation.citizenId),
    ]);
    const contact = await contactOfCase(unit, escalation, crew);
    const scene: Scene = {
      unit,
      escalation,
      step,
      shift: found(shift, 'shift.not-found'),
      smallJob: found(smallJob, 'small-job.not-found'),
      citizen: found(citizen, 'citizen.not-found'),
      crew,
      contact,
      answers: contact && (whoIsAsked('contact', contact, crew)?.staff ?? contact),
    };
    if (step.who === 'citizen') return this.toCitizen(scene);
    if (step.who === 'workplace') return this.toWorkplace(scene);
    return this.toColleague(scene);
  }

  private async toCitizen(scene: Scene): Promise<StepResult> {
    const { unit, step, shift, citizen, answers } = scene;
    const name = firstName(citizen);
    if (!answers) {
      await putOnTheList(unit, this.ids, scene.escalation);
      return byHand(name, 'nobody-here');
    }
    const data = { firstName: name, ...contactInWords(answers) };
    const template = step.message === 'not-here-citizen' ? 'not-here-citizen' : 'not-seen-citizen';
    const [first] = await this.correspondence.toCitizen(
      unit,
      citizen,
      answers,
      { ...this.about(scene), template, data, question: 'shift', subjectId: shift.id },
      {
        kind: 'step-by-hand',
        shiftId: shift.id,
        smallJobId: shift.smallJobId,
        escalationId: scene.escalation.id,
        note: 'Ring til borgeren',
      },
    );
    return first ? sent(name, first.id) : byHand(name, 'not-in-writing');
  }

  /** One question to a company however many people it is about; or one calm sentence about who is on it. */
  private async toWorkplace(scene: Scene): Promise<StepResult> {
    const { unit, escalation, step, shift, smallJob, answers } = scene;
    const name = smallJob.companyContact.name;
    if (step.message === 'workplace-told') {
      const who = { sentence: 'looks-into-it', minutes: 30 } as const;
      const told =
        answers && (await tellWorkplace(unit, this.correspondence, escalation, { staff: answers, ...who }));
      return told ? sent(name, null) : this.callWorkplace(scene, name);
    }
    if (shift.workplaceAskedAt !== null) return skipped(name, 'already-asked', true);
    if (!answers) return this.callWorkplace(scene, name);
    const people = await peopleToAskAbout(unit, shift);
    // Since the shift was read somebody else's step may have asked about this person as well: the locked rows tell.
    const isAsked = people.some((one) => one.shift.id === shift.id && one.shift.workplaceAskedAt !== null);
    if (isAsked) return skipped(name, 'already-asked', true);
    const now = await unit.now();
    for (const asked of people) await unit.shifts.update({ ...asked.shift, workplaceAskedAt: now });
    const company = found(await unit.companies.find(shift.companyId), 'company.not-found');
    const letter: Letter<'not-seen-workplace'> = {
      ...this.about(scene),
      template: 'not-seen-workplace',
      data: {
        companyContact: firstName(smallJob.companyContact),
        ...contactInWords(answers),
        person: listInWords(people.map(({ person }) => person)),
      },
      question: 'workplace-arrival',
      subjectId: shift.id,
    };
    const person = { phone: smallJob.companyContact.phone, email: company.contact.email };
    const channel = step.channel === 'email' ? 'email' : 'sms';
    const [first] = await this.correspondence.toCompany(unit, company, letter, person, channel);
    return first ? sent(name, first.id) : this.callWorkplace(scene, name);
  }

  /** A workplace that cannot be written to is called by somebody. */
  private async callWorkplace(scene: Scene, name: string): Promise<StepResult> {
    await this.task(scene, scene.answers ?? null, 'step-by-hand', 'Ring til arbejdspladsen');
    return byHand(name, 'no-address');
  }

  private async toColleague(scene: Scene): Promise<StepResult> {
    const { unit, escalation, step, contact, crew } = scene;
    const { staff, reason, reached } = await whoHears(unit, escalation, step, contact, crew);
    if (!staff || !contact) {
      await this.onTheList(scene, null, step.who === 'list' ? step.message : 'nobody-took-it');
      return { how: 'task', name: TEAM, messageId: null, reached, reason };
    }
    if (step.channel === 'task') {
      await this.onTheList(scene, staff, step.message);
      return { how: 'task', name: staff.name, messageId: null, reached: true, reason };
    }
    const letter = staffLetter({ ...scene, contact }, staff, this.about(scene));
    const [first] = await this.correspondence.toStaff(unit, staff, letter, step.channel);
    if (first) return sent(staff.name, first.id, reason);
    // Without the number the mail may be read in time, and may not: nobody waits for it.
    const other = step.channel === 'sms' ? 'email' : 'sms';
    const [instead] = await this.correspondence.toStaff(unit, staff, letter, other);
    await this.task(scene, staff, 'step-by-hand');
    const missing = step.channel === 'sms' ? 'no-phone' : 'no-email';
    return { ...byHand(staff.name, missing), messageId: instead?.id ?? null };
  }

  private async onTheList(
    scene: Scene,
    staff: Staff | null,
    message: EscalationStep['message'],
  ): Promise<void> {
    if (message !== 'nobody-took-it') return this.task(scene, staff, 'unknown-attendance');
    if (staff === null) return putOnTheList(scene.unit, this.ids, scene.escalation);
    return this.task(scene, staff, 'nobody-took-it');
  }

  /** Once for each person: a step that is repeated does not fill the list. */
  private async task(
    scene: Scene,
    staff: Staff | null,
    kind: TaskKind,
    note: string | null = null,
  ): Promise<void> {
    const { unit, escalation, shift } = scene;
    const staffId = staff?.id ?? null;
    const same = {
      escalationId: escalation.id,
      kind,
      note: note ?? { isNull: true },
      doneAt: { isNull: true },
    };
    if (await unit.tasks.first({ ...same, staffId: staffId ?? { isNull: true } })) return;
    await openTask(unit, this.ids, {
      kind,
      staffId,
      note,
      citizenId: shift.citizenId,
      smallJobId: shift.smallJobId,
      shiftId: shift.id,
      escalationId: escalation.id,
      dueAt: await unit.now(),
    });
  }

  /** The ladder's messages do not wait for the morning; one per step and round. */
  private about({ escalation, step }: Scene) {
    return {
      urgent: true,
      escalationStepId: step.id,
      occasion: `${escalation.id}-${escalation.round}-${step.seq}`,
    };
  }
}

import {
  firstName,
  listInWords,
  phoneInWords,
  timeInWords,
  type Citizen,
  type Escalation,
  type EscalationStep,
  type Shift,
  type SmallJob,
  type Staff,
} from '#domain';
import { Ids, type UnitOfWork } from '../ports/index.js';
import { contactFor, contactInWords, deputyOf, whoTakes } from '../contact/who-answers.js';
import { Correspondence, type Letter } from '../message/correspondence.js';
import { openTask } from '../task/open-task.js';
import { found } from '../wiring/permissions.js';
import { peopleToAskAbout } from './people-to-ask-about.js';
import { tellWorkplace } from './tell-workplace.js';

export interface StepResult {
  how: 'message' | 'task' | 'skipped';
  /** The person or group that the step turned to. */
  name: string;
  messageId: string | null;
  /** False: nobody heard anything, so the next step is due at once. */
  reached: boolean;
}

interface Scene {
  unit: UnitOfWork;
  escalation: Escalation;
  step: EscalationStep;
  shift: Shift;
  smallJob: SmallJob;
  citizen: Citizen;
  contact: Staff;
}

const nobody = (name: string): StepResult => ({ how: 'skipped', name, messageId: null, reached: false });

/** What each kind of step does. Message rows and tasks only: the worker sends, people do. */
export class StepActions {
  static readonly needs = [Ids, Correspondence] as const;

  constructor(
    private readonly ids: Ids,
    private readonly correspondence: Correspondence,
  ) {}

  async act(unit: UnitOfWork, escalation: Escalation, step: EscalationStep): Promise<StepResult> {
    const now = await unit.now();
    const scene: Scene = {
      unit,
      escalation,
      step,
      shift: found(await unit.shifts.find(escalation.shiftId), 'shift.not-found'),
      smallJob: found(await unit.smallJobs.find(escalation.smallJobId), 'small-job.not-found'),
      citizen: found(await unit.citizens.find(escalation.citizenId), 'citizen.not-found'),
      contact: await contactFor(unit, escalation.smallJobId, now),
    };
    if (step.who === 'citizen') return this.toCitizen(scene);
    if (step.who === 'workplace') return this.toWorkplace(scene);
    return this.toPerson(scene);
  }

  private async toCitizen(scene: Scene): Promise<StepResult> {
    const { unit, step, shift, citizen, contact } = scene;
    const data = { firstName: firstName(citizen), ...contactInWords(contact) };
    const template = step.message === 'not-here-citizen' ? 'not-here-citizen' : 'not-seen-citizen';
    const written = await this.correspondence.toCitizen(
      unit,
      citizen,
      contact,
      { ...this.about(scene), template, data, question: 'shift', subjectId: shift.id },
      {
        kind: 'step-by-hand',
        shiftId: shift.id,
        smallJobId: shift.smallJobId,
        escalationId: scene.escalation.id,
        note: 'Ring til borgeren',
      },
    );
    const first = written[0];
    if (!first) return { how: 'task', name: firstName(citizen), messageId: null, reached: false };
    return { how: 'message', name: firstName(citizen), messageId: first.id, reached: true };
  }

  /** One question to a company however many people it is about; or one calm sentence about who is on it. */
  private async toWorkplace(scene: Scene): Promise<StepResult> {
    const { unit, escalation, step, shift, smallJob, contact } = scene;
    const name = smallJob.companyContact.name;
    if (step.message === 'workplace-told') {
      const told = await tellWorkplace(unit, this.correspondence, escalation, {
        staff: contact,
        sentence: 'looks-into-it',
        minutes: 30,
      });
      return told ? { how: 'message', name, messageId: null, reached: true } : nobody(name);
    }
    if (shift.workplaceAskedAt !== null) return { how: 'skipped', name, messageId: null, reached: true };
    const people = await peopleToAskAbout(unit, shift);
    const now = await unit.now();
    for (const asked of people) await unit.shifts.update({ ...asked.shift, workplaceAskedAt: now });
    const company = found(await unit.companies.find(shift.companyId), 'company.not-found');
    const letter: Letter<'not-seen-workplace'> = {
      ...this.about(scene),
      template: 'not-seen-workplace',
      data: {
        companyContact: firstName(smallJob.companyContact),
        ...contactInWords(contact),
        person: listInWords(people.map(({ person }) => person)),
      },
      question: 'workplace-arrival',
      subjectId: shift.id,
    };
    const person = { phone: smallJob.companyContact.phone, email: company.contact.email };
    const written = await this.correspondence.toCompany(
      unit,
      company,
      letter,
      person,
      step.channel === 'email' ? 'email' : 'sms',
    );
    const first = written[0];
    return first ? { how: 'message', name, messageId: first.id, reached: true } : nobody(name);
  }

  private async toPerson(scene: Scene): Promise<StepResult> {
    const { unit, step, contact } = scene;
    if (step.who === 'list') return this.onTheList(scene, null);
    const staff =
      step.who === 'contact'
        ? await whoTakes(unit, contact, await unit.now())
        : step.who === 'deputy'
          ? await secondOf(scene)
          : await leaderOf(unit);
    if (!staff) return nobody(step.who);
    if (step.channel === 'task') return this.onTheList(scene, staff);
    const written = await this.correspondence.toStaff(
      unit,
      staff,
      this.staffLetter(scene, staff),
      step.channel,
    );
    const first = written[0];
    if (first) return { how: 'message', name: staff.name, messageId: first.id, reached: true };
    await this.task(scene, staff, 'step-by-hand');
    return { how: 'task', name: staff.name, messageId: null, reached: false };
  }

  private async onTheList(scene: Scene, staff: Staff | null): Promise<StepResult> {
    await this.task(
      scene,
      staff,
      scene.step.message === 'nobody-took-it' ? 'nobody-took-it' : 'unknown-attendance',
    );
    return { how: 'task', name: staff?.name ?? 'Teamet', messageId: null, reached: true };
  }

  private async task(
    scene: Scene,
    staff: Staff | null,
    kind: 'step-by-hand' | 'nobody-took-it' | 'unknown-attendance',
  ): Promise<void> {
    const { unit, escalation, shift } = scene;
    await openTask(unit, this.ids, {
      kind,
      staffId: staff?.id ?? null,
      citizenId: shift.citizenId,
      smallJobId: shift.smallJobId,
      shiftId: shift.id,
      escalationId: escalation.id,
      dueAt: await unit.now(),
    });
  }

  private staffLetter(
    scene: Scene,
    staff: Staff,
  ): Letter<'not-here-contact'> | Letter<'not-here-deputy'> | Letter<'not-here-leader'> {
    const { step, shift, smallJob, citizen, contact } = scene;
    const about = { ...this.about(scene), subjectId: shift.id };
    const where = { contact: firstName(staff), workplace: smallJob.title, time: timeInWords(shift.start) };
    const who = { person: firstName(citizen), personPhone: citizen.phone ? phoneInWords(citizen.phone) : '' };
    if (step.message === 'not-here-leader') {
      return { ...about, template: 'not-here-leader', data: { ...where, fixedContact: firstName(contact) } };
    }
    const isDeputys = step.message === 'not-here-deputy' || step.who === 'deputy';
    if (isDeputys && staff.id !== contact.id) {
      return {
        ...about,
        template: 'not-here-deputy',
        data: { ...where, ...who, fixedContact: firstName(contact) },
      };
    }
    return { ...about, template: 'not-here-contact', data: { ...where, ...who } };
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

/** The deputy; the contact, when the deputy was the first to hear of it because the contact was busy. */
async function secondOf({ unit, escalation, contact }: Scene): Promise<Staff | undefined> {
  const deputy = await deputyOf(unit, contact);
  const about = { escalationId: escalation.id, round: escalation.round, who: 'contact' } as const;
  const first = await unit.escalationSteps.list({ ...about, messageId: { isNull: false } });
  const ids = first.flatMap(({ messageId }) => messageId ?? []);
  const told = ids.length === 0 ? [] : await unit.messages.list({ id: { in: ids } });
  const heard = new Set(told.map(({ staffId }) => staffId));
  return deputy && heard.has(deputy.id) && !heard.has(contact.id) ? contact : deputy;
}

const leaderOf = async (unit: UnitOfWork): Promise<Staff | undefined> => {
  const leaders = await unit.staff.list({ role: 'leader', active: true }, { order: [{ by: 'id' }] });
  return leaders.find((leader) => leader.phone !== null) ?? leaders[0];
};

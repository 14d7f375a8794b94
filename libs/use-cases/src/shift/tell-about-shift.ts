import { firstName, type Question, type Shift } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { contactFor, contactInWords } from '../contact/who-answers.js';
import type { Correspondence } from '../message/correspondence.js';
import { found } from '../wiring/permissions.js';
import { shiftInWords } from './remind-of-shift.js';

export interface ShiftNews {
  template: 'shift-moved' | 'shift-back-on';
  question?: Question;
  /** What whoever calls the citizen instead has to say. */
  note: string;
}

/** The citizen hears that a shift has become another one. Each time is told, also one that was told before. */
export async function tellAboutShift(
  unit: UnitOfWork,
  correspondence: Correspondence,
  shift: Shift,
  { template, question, note }: ShiftNews,
): Promise<void> {
  const smallJob = found(await unit.smallJobs.find(shift.smallJobId), 'small-job.not-found');
  const citizen = found(await unit.citizens.find(shift.citizenId), 'citizen.not-found');
  const now = await unit.now();
  const contact = await contactFor(unit, smallJob.id, now);
  const data = {
    firstName: firstName(citizen),
    ...contactInWords(contact),
    ...shiftInWords(shift, smallJob, citizen.language),
  };
  await correspondence.toCitizen(
    unit,
    citizen,
    contact,
    {
      template,
      data,
      subjectId: shift.id,
      occasion: `${now.epochMilliseconds}:${shift.startsAt.toString()}`,
      ...(question && { question }),
    },
    { kind: 'tell-citizen', shiftId: shift.id, smallJobId: smallJob.id, note },
  );
}

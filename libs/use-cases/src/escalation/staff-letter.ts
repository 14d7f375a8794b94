import {
  firstName,
  phoneInWords,
  timeInWords,
  type Citizen,
  type EscalationStep,
  type Shift,
  type SmallJob,
  type Staff,
} from '#domain';
import type { Letter } from '../message/correspondence.js';

interface About {
  step: EscalationStep;
  shift: Shift;
  smallJob: SmallJob;
  citizen: Citizen;
  /** Whose citizen it is. */
  contact: Staff;
}

type StaffLetter = Letter<'not-here-contact'> | Letter<'not-here-deputy'> | Letter<'not-here-leader'>;

/** What a colleague reads. Who stands in for the contact as the first to hear is not told of anybody who did nothing. */
export function staffLetter(
  { step, shift, smallJob, citizen, contact }: About,
  staff: Staff,
  letter: Pick<Letter<'not-here-contact'>, 'urgent' | 'escalationStepId' | 'occasion'>,
): StaffLetter {
  const about = { ...letter, subjectId: shift.id };
  const where = { contact: firstName(staff), workplace: smallJob.title, time: timeInWords(shift.start) };
  const who = { person: firstName(citizen), personPhone: citizen.phone ? phoneInWords(citizen.phone) : '' };
  const fixedContact = firstName(contact);
  if (step.message === 'not-here-leader')
    return { ...about, template: 'not-here-leader', data: { ...where, fixedContact } };
  const isSecond = step.message === 'not-here-deputy' || step.who === 'deputy' || step.who === 'duty';
  if (isSecond && staff.id !== contact.id)
    return { ...about, template: 'not-here-deputy', data: { ...where, ...who, fixedContact } };
  return { ...about, template: 'not-here-contact', data: { ...where, ...who } };
}

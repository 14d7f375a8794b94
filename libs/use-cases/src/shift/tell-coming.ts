import {
  firstName,
  localTimeOf,
  timeInWords,
  type Citizen,
  type Shift,
  type Staff,
  type Temporal,
} from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { contactInWords } from '../contact/who-answers.js';
import type { Correspondence } from '../message/correspondence.js';
import { found } from '../wiring/permissions.js';

/** Nobody arrives to the minute: what the workplace hears is rounded up to these. */
const ROUNDED_TO_MINUTES = 5;

interface Coming {
  unit: UnitOfWork;
  shift: Shift;
  citizen: Citizen;
  contact: Staff;
  /** When the person will be there. */
  at: Temporal.Instant;
}

/** "Vi giver besked" is true: the workplace hears when the person is there, in one calm sentence. */
export async function tellComing(
  correspondence: Correspondence,
  { unit, shift, citizen, contact, at }: Coming,
): Promise<void> {
  const smallJob = found(await unit.smallJobs.find(shift.smallJobId), 'small-job.not-found');
  const company = found(await unit.companies.find(shift.companyId), 'company.not-found');
  const about = at.round({
    smallestUnit: 'minute',
    roundingIncrement: ROUNDED_TO_MINUTES,
    roundingMode: 'ceil',
  });
  await correspondence.toCompany(
    unit,
    company,
    {
      template: 'coming-company',
      data: {
        ...contactInWords(contact),
        person: firstName(citizen),
        time: timeInWords(localTimeOf(about)),
      },
      subjectId: shift.id,
      occasion: about.toString(),
      urgent: true,
    },
    { phone: smallJob.companyContact.phone, email: company.contact.email },
    'sms',
  );
}

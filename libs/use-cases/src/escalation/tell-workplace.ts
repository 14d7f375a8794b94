import {
  firstName,
  localTimeOf,
  Temporal,
  timeInWords,
  type Acknowledgement,
  type Escalation,
  type Staff,
} from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { contactInWords } from '../contact/who-answers.js';
import type { Correspondence } from '../message/correspondence.js';
import { found } from '../wiring/permissions.js';

export interface WhoIsOnIt {
  staff: Staff;
  sentence: 'talks' | 'drives' | 'looks-into-it';
  /** The company hears again within so many minutes. */
  minutes: number;
}

/** The employer hears one calm sentence: who is on it and when they hear again. Once per case. */
export async function tellWorkplace(
  unit: UnitOfWork,
  correspondence: Correspondence,
  escalation: Escalation,
  { staff, sentence, minutes }: WhoIsOnIt,
): Promise<boolean> {
  if (escalation.employerToldAt !== null) return true;
  const now = await unit.now();
  const company = found(await unit.companies.find(escalation.companyId), 'company.not-found');
  const smallJob = found(await unit.smallJobs.find(escalation.smallJobId), 'small-job.not-found');
  const citizen = found(await unit.citizens.find(escalation.citizenId), 'citizen.not-found');
  const written = await correspondence.toCompany(
    unit,
    company,
    {
      template: 'workplace-told',
      data: {
        ...contactInWords(staff),
        person: firstName(citizen),
        calmSentence: sentence,
        before: timeInWords(localTimeOf(now.add({ minutes }))),
      },
      subjectId: escalation.shiftId,
      occasion: `${escalation.id}-${escalation.round}`,
      urgent: true,
    },
    { phone: smallJob.companyContact.phone, email: company.contact.email },
    'sms',
  );
  if (written.length === 0) return false;
  await unit.escalations.update({ ...escalation, employerToldAt: now });
  return true;
}

const sentences = { call: 'talks', drive: 'drives', other: 'looks-into-it' } as const;

/** Who has taken it, and until when the workplace hears again. Nothing where that person is not known any more. */
export async function tellWhoHasIt(
  unit: UnitOfWork,
  correspondence: Correspondence,
  escalation: Escalation,
  { byStaffId, action, expiresAt }: Acknowledgement,
): Promise<void> {
  const staff = await unit.staff.find(byStaffId);
  if (!staff) return;
  const holds = Temporal.Instant.from(expiresAt).since(await unit.now());
  const minutes = Math.max(1, Math.round(holds.total('minutes')));
  await tellWorkplace(unit, correspondence, escalation, { staff, sentence: sentences[action], minutes });
}

import { firstName, type Language, type Staff } from '#domain';
import { brokerOf, whoAnswers } from '../contact/who-answers.js';
import type { UnitOfWork } from '../ports/index.js';

/** Who writes from a number: found by a keyed hash, before any text is read. */
export interface Sender {
  who: 'citizen' | 'company' | 'staff';
  id: string;
}

/** The one person at the municipality who takes what this sender writes. */
export async function contactOfSender(unit: UnitOfWork, sender: Sender): Promise<Staff | undefined> {
  if (sender.who === 'staff') return unit.staff.find(sender.id);
  const now = await unit.now();
  if (sender.who === 'citizen') {
    const agreement = await unit.agreements.first({ citizenId: sender.id, state: 'signed' });
    if (agreement) return whoAnswers(unit, agreement.smallJobId, now);
    const citizen = await unit.citizens.find(sender.id);
    return citizen && brokerOf(unit, citizen);
  }
  const job = await unit.smallJobs.first({
    companyId: sender.id,
    status: { in: ['open', 'filled', 'paused'] },
  });
  const contact = job && (await whoAnswers(unit, job.id, now));
  return contact ?? unit.staff.first({ role: 'leader', active: true });
}

/** Two SMS of one sender at the same moment are read one after the other. */
export async function lockSender(unit: UnitOfWork, { who, id }: Sender): Promise<void> {
  if (who === 'citizen') await unit.citizens.lock(id);
  else if (who === 'company') await unit.companies.lock(id);
  else await unit.staff.lock(id);
}

/** As messages address them; undefined when the row is gone. */
export async function addressOf(
  unit: UnitOfWork,
  { who, id }: Sender,
): Promise<{ firstName: string; language: Language } | undefined> {
  if (who === 'citizen') {
    const citizen = await unit.citizens.find(id);
    return citizen && { firstName: firstName(citizen), language: citizen.language };
  }
  if (who === 'company') {
    const company = await unit.companies.find(id);
    return company && { firstName: firstName(company.contact), language: 'da' };
  }
  const staff = await unit.staff.find(id);
  return staff && { firstName: firstName(staff), language: 'da' };
}

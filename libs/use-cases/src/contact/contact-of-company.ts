import type { Staff } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { whoAnswers } from './who-answers.js';

/** Whom a company calls when it is about no small job in particular: who answers for its newest one, else a leader. */
export async function contactOfCompany(unit: UnitOfWork, companyId: string): Promise<Staff | undefined> {
  const newest = await unit.smallJobs.first(
    { companyId, status: { notIn: ['draft', 'closed'] } },
    { order: [{ by: 'id', direction: 'desc' }] },
  );
  const contact = newest && (await whoAnswers(unit, newest.id, await unit.now()));
  return contact ?? unit.staff.first({ role: 'leader', active: true });
}

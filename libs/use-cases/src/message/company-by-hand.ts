import type { Message, Staff } from '#domain';
import type { Ids, UnitOfWork } from '../ports/index.js';
import { openTask, type NewTask } from '../task/open-task.js';

/**
 * What is written to a company, or, when nothing could be written, a task for the contact to tell it: whoever was
 * promised word hears it. `written`: what `Correspondence.toCompany` gave back.
 */
export async function orTellCompanyByHand(
  unit: UnitOfWork,
  ids: Ids,
  written: readonly Message[],
  contact: Staff,
  about: Pick<NewTask, 'smallJobId' | 'offerId' | 'citizenId' | 'note'>,
): Promise<void> {
  if (written.length > 0) return;
  await openTask(unit, ids, {
    kind: 'tell-company',
    staffId: contact.id,
    ...about,
    dueAt: await unit.now(),
  });
}

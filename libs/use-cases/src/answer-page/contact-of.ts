import { instantInWords, isBefore, phoneInWords, type Language, type SmallJob, type Temporal } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { contactFor } from '../contact/who-answers.js';
import type { PageContact } from './answer-page.js';

export async function contactOf(
  unit: UnitOfWork,
  smallJob: SmallJob,
  now: Temporal.Instant,
): Promise<PageContact> {
  const staff = await contactFor(unit, smallJob.id, now);
  return { name: staff.name, phone: staff.phone ? phoneInWords(staff.phone) : '' };
}

/** The call that was asked for and has not been made, as the citizen is told of it. */
export async function callInWords(
  unit: UnitOfWork,
  about: { offerId: string } | { matchId: string },
  language: Language,
): Promise<string | null> {
  const call = await unit.tasks.first({ ...about, kind: 'call-citizen', doneAt: { isNull: true } });
  if (!call) return null;
  return isBefore(await unit.now(), call.dueAt) ? instantInWords(call.dueAt, language) : '';
}

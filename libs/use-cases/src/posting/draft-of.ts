import { refuseUnless, type Actor, type PostingDraft } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';

/** The draft, locked. @throws posting-draft.not-found, also for what is another company's */
export async function lockedDraft(unit: UnitOfWork, draftId: string, actor: Actor): Promise<PostingDraft> {
  const draft = found(await unit.postingDrafts.lock(draftId), 'posting-draft.not-found');
  refuseOtherCompany(actor, draft.companyId, 'posting-draft.not-found');
  return draft;
}

/** The same when it can still be worked on. @throws posting-draft.already-posted */
export async function openDraft(unit: UnitOfWork, draftId: string, actor: Actor): Promise<PostingDraft> {
  const draft = await lockedDraft(unit, draftId, actor);
  refuseUnless(draft.smallJobId === null, 'posting-draft.already-posted', { smallJobId: draft.smallJobId });
  return draft;
}

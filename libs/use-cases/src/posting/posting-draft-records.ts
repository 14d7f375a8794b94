import {
  localDateOf,
  missingIn,
  nextStepOf,
  type Actor,
  type MissingAnswer,
  type PostingDraft,
  type PostingStep,
} from '#domain';
import { Transactor } from '../ports/index.js';
import { pageOf, type Page, type PageRequest } from '../records/page.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';

export interface ShownPostingDraft {
  draft: PostingDraft;
  missing: MissingAnswer[];
  nextStep: PostingStep;
}

/** Drafts of postings: those of its own for a company, all for the municipality that helps with them. */
export class PostingDraftRecords {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** Those that have not become a small job. */
  async list(
    filter: { companyId?: string | undefined },
    page: PageRequest,
    actor: Actor,
  ): Promise<Page<ShownPostingDraft>> {
    const companyId = actor.role === 'employer' ? actor.companyId : filter.companyId;
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const where = { smallJobId: null, ...(companyId && { companyId }) };
      const { items, next } = await pageOf(unit.postingDrafts, where, page);
      const today = localDateOf(await unit.now());
      return { items: items.map((draft) => shown(draft, today)), next };
    });
  }

  /** One draft, also after it has become a small job: a page that was left open is led on. */
  async show(draftId: string, actor: Actor): Promise<ShownPostingDraft> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const draft = found(await unit.postingDrafts.find(draftId), 'posting-draft.not-found');
      refuseOtherCompany(actor, draft.companyId, 'posting-draft.not-found');
      return shown(draft, localDateOf(await unit.now()));
    });
  }
}

const shown = (draft: PostingDraft, today: string): ShownPostingDraft => ({
  draft,
  missing: missingIn(draft.answers, today),
  nextStep: nextStepOf(draft.answers, today),
});

import { checkAnswers, withAnswers, type Actor, type AnswersChange, type PostingDraft } from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';

export interface NewPostingDraft {
  companyId: string;
  answers: AnswersChange;
}

/** Somebody begins to post a task. Nothing has to be finished, and nobody else hears of it. */
export class BeginPostingDraft {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  async execute(input: NewPostingDraft, actor: Actor): Promise<PostingDraft> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) => this.within(unit, input, actor));
  }

  async within(
    unit: UnitOfWork,
    { companyId, answers }: NewPostingDraft,
    actor: Actor,
  ): Promise<PostingDraft> {
    refuseOtherCompany(actor, companyId, 'company.not-found');
    found(await unit.companies.find(companyId), 'company.not-found');
    const begun = withAnswers({}, answers);
    checkAnswers(begun);
    const now = await unit.now();
    const draft: PostingDraft = {
      id: this.ids.next(),
      municipalityId: actor.municipalityId,
      companyId,
      startedBy: actor.name,
      answers: begun,
      version: 1,
      smallJobId: null,
      createdAt: now,
      updatedAt: now,
    };
    await unit.postingDrafts.insert(draft);
    return draft;
  }
}

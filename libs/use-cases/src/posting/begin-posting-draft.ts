import {
  answersOfBeginning,
  checkAnswers,
  localDateOf,
  withAnswers,
  type Actor,
  type AnswersChange,
  type Beginning,
  type PostingDraft,
} from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';

export interface NewPostingDraft {
  companyId: string;
  answers: AnswersChange;
}

/** The same from a line or a kind of task, as the first page asks. */
export interface PostingFromBeginning {
  companyId: string;
  beginning: Beginning;
}

/** Somebody begins to post a task. Nothing has to be finished, and nobody else hears of it. */
export class BeginPostingDraft {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  /** @throws posting-draft.incomplete for a beginning that says nothing, and what `checkAnswers` throws */
  async execute(input: NewPostingDraft | PostingFromBeginning, actor: Actor): Promise<PostingDraft> {
    const { companyId } = input;
    const answers = 'beginning' in input ? answersOfBeginning(input.beginning) : input.answers;
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      this.within(unit, { companyId, answers }, actor),
    );
  }

  async within(
    unit: UnitOfWork,
    { companyId, answers }: NewPostingDraft,
    actor: Actor,
  ): Promise<PostingDraft> {
    refuseOtherCompany(actor, companyId, 'company.not-found');
    found(await unit.companies.find(companyId), 'company.not-found');
    const begun = withAnswers({}, answers);
    const now = await unit.now();
    checkAnswers(begun, {}, localDateOf(now));
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

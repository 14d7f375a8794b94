import {
  checkAnswers,
  localDateOf,
  withAnswers,
  type Actor,
  type AnswersChange,
  type PostingDraft,
} from '#domain';
import { Transactor } from '../ports/index.js';
import { openDraft } from './draft-of.js';

export interface SavedPostingDraft {
  draft: PostingDraft;
  /** Somebody had saved since this page was opened; the newer answers stand, and the person is told. */
  overtook: boolean;
}

/** Keeps what has been answered, whatever is still missing. The newest save wins, answer by answer. */
export class SavePostingDraft {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(
    draftId: string,
    answers: AnswersChange,
    actor: Actor,
    seenVersion?: number,
  ): Promise<SavedPostingDraft> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const before = await openDraft(unit, draftId, actor);
      const newest = withAnswers(before.answers, answers);
      const now = await unit.now();
      checkAnswers(newest, before.answers, localDateOf(now));
      const draft: PostingDraft = {
        ...before,
        answers: newest,
        version: before.version + 1,
        updatedAt: now,
      };
      await unit.postingDrafts.update(draft);
      return { draft, overtook: seenVersion !== undefined && seenVersion < before.version };
    });
  }
}

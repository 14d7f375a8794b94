import {
  isComplete,
  localDateOf,
  missingIn,
  workplaceOf,
  plainAnswers,
  refuseUnless,
  type Actor,
  type CompleteAnswers,
  type PostingDraft,
  type PostingWarning,
  type SmallJob,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { found } from '../wiring/permissions.js';
import { PostSmallJob, type SmallJobInput } from '../small-job/post-small-job.js';
import { PublishSmallJob } from '../small-job/publish-small-job.js';
import { lockedDraft } from './draft-of.js';
import { isUnattended } from './unattended.js';

export interface PublishedFromDraft {
  smallJob: SmallJob;
  warnings: PostingWarning[];
}

/**
 * A finished draft becomes an open small job with its fixed contact, all at once or not at all. Asked again, by a
 * double tap or another tab, it is the same small job.
 */
export class PostFromDraft {
  static readonly needs = [Transactor, PostSmallJob, PublishSmallJob] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly postSmallJob: PostSmallJob,
    private readonly publishSmallJob: PublishSmallJob,
  ) {}

  async execute(draftId: string, actor: Actor): Promise<PublishedFromDraft> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const draft = await lockedDraft(unit, draftId, actor);
      if (draft.smallJobId !== null) {
        const smallJob = found(await unit.smallJobs.find(draft.smallJobId), 'small-job.not-found');
        return { smallJob, warnings: [] };
      }
      const input = await this.asInput(unit, draft);
      const { smallJob, warnings } = await this.postSmallJob.within(unit, input, actor);
      const published = await this.publishSmallJob.within(unit, smallJob.id, actor);
      const updatedAt = await unit.now();
      await unit.postingDrafts.update({ ...draft, smallJobId: smallJob.id, updatedAt });
      return { smallJob: published, warnings };
    });
  }

  private async asInput(unit: UnitOfWork, { answers, companyId }: PostingDraft): Promise<SmallJobInput> {
    const today = localDateOf(await unit.now());
    const missing = missingIn(answers, today).map(({ field }) => field);
    const onlyTheContact = missing.length === 1 && missing[0] === 'fixedContactId';
    refuseUnless(!onlyTheContact, 'small-job.no-fixed-contact');
    refuseUnless(isComplete(answers, today), 'posting-draft.incomplete', { missing });
    const withoutDuty = await isUnattended(
      unit,
      answers.fixedContactId,
      answers.weeklyShifts,
      answers.startDate,
    );
    return { ...inputOf(answers), companyId, withoutDuty };
  }
}

/** What was answered, as a small job is made of it. The contact may still be missing in a draft. */
export function inputOf({
  sentence: _,
  ...answers
}: Omit<CompleteAnswers, 'fixedContactId'> & { fixedContactId?: string }): Omit<SmallJobInput, 'companyId'> {
  const { endDate, collectiveAgreement, roomToGrowHours, demands, workplace, ...rest } = answers;
  return {
    ...plainAnswers,
    ...rest,
    demands: { ...demands, other: demands.other ?? [] },
    description: answers.description ?? answers.title,
    workplace: workplaceOf(workplace),
    ...(endDate && { endDate }),
    ...(collectiveAgreement && { collectiveAgreement }),
    ...(roomToGrowHours && { roomToGrowHours }),
  };
}

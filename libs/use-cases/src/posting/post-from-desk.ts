import {
  isComplete,
  localDateOf,
  missingIn,
  refuseUnless,
  type Actor,
  type CompleteAnswers,
  type PostingAnswers,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { PostSmallJob, type PostedSmallJob } from '../small-job/post-small-job.js';
import { PublishSmallJob } from '../small-job/publish-small-job.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';
import { inputOf } from './post-from-draft.js';
import { isUnattended } from './unattended.js';

export interface DeskPosting {
  companyId: string;
  answers: PostingAnswers;
  /** Published at once, or kept as a draft, which need not have its contact yet. */
  publish: boolean;
}

/** A company calls: from what was said to an open small job in one press, so that the ranking is the next page. */
export class PostFromDesk {
  static readonly needs = [Transactor, PostSmallJob, PublishSmallJob] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly postSmallJob: PostSmallJob,
    private readonly publishSmallJob: PublishSmallJob,
  ) {}

  /** @throws posting-draft.incomplete with what is missing, small-job.no-fixed-contact */
  async execute({ companyId, answers, publish }: DeskPosting, actor: Actor): Promise<PostedSmallJob> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const complete = await this.completeOf(unit, answers, publish);
      const withoutDuty = await isUnattended(
        unit,
        complete.fixedContactId,
        complete.weeklyShifts,
        complete.startDate,
      );
      const posted = await this.postSmallJob.within(
        unit,
        { ...inputOf(complete), companyId, withoutDuty },
        actor,
      );
      if (!publish) return posted;
      return { ...posted, smallJob: await this.publishSmallJob.within(unit, posted.smallJob.id, actor) };
    });
  }

  private async completeOf(
    unit: UnitOfWork,
    answers: PostingAnswers,
    publish: boolean,
  ): Promise<CompleteAnswers | (Omit<CompleteAnswers, 'fixedContactId'> & { fixedContactId?: string })> {
    const today = localDateOf(await unit.now());
    refuseUnless(!publish || answers.fixedContactId, 'small-job.no-fixed-contact');
    const checked = { ...answers, fixedContactId: answers.fixedContactId ?? 'later' };
    const missing = missingIn(checked, today).map(({ field }) => field);
    refuseUnless(isComplete(checked, today), 'posting-draft.incomplete', { missing });
    const { fixedContactId: _, ...rest } = checked;
    return { ...rest, ...(answers.fixedContactId && { fixedContactId: answers.fixedContactId }) };
  }
}

import { answersOf, type Actor, type PostingDraft } from '#domain';
import { Transactor } from '../ports/index.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { BeginPostingDraft } from './begin-posting-draft.js';

/** One more like this: a draft with the same answers, except the first day and whom to call. */
export class DuplicateSmallJob {
  static readonly needs = [Transactor, BeginPostingDraft] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly beginDraft: BeginPostingDraft,
  ) {}

  async execute(smallJobId: string, actor: Actor): Promise<PostingDraft> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const job = found(await unit.smallJobs.find(smallJobId), 'small-job.not-found');
      refuseOtherCompany(actor, job.companyId, 'small-job.not-found');
      const { companyId } = job;
      return this.beginDraft.within(unit, { companyId, answers: answersOf(job) }, actor);
    });
  }
}

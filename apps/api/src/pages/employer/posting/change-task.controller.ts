import { Controller, Get, Post } from '@nestjs/common';
import { asChange, type PostingStep, type SmallJob } from '#domain';
import { ChangeSmallJob, EstimateFit, ShowPayGuide, ShowPostingDesk, SmallJobRecords } from '#use-cases';
import { Calculates } from '../../../http/idempotency.interceptor.js';
import {
  asShown,
  FormBody,
  FormView,
  noFaults,
  press,
  said,
  type Faults,
  type Typed,
} from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownFragment, type ShownPage } from '../../frame/page.js';
import { employerPostWords } from '../../words/employer-post.js';
import { EmployerPage, Visit, type CompanyVisit } from '../employer-page.js';
import { StepName, TaskId } from './draft-address.js';
import { fitOf, liveBeside, surroundings, type PostingSources } from './posting-pages.js';
import { stepView } from './step-view.js';
import { answersOfTask, correctPath, taskPath } from './task-view.js';
import { stepForms, stepPages } from './task-steps.js';

const offerHolds = said(employerPostWords, (w) => w.openOfferHolds);

/** A posted task is corrected in the same five parts as it was posted in, each on its own. */
@Controller('firma/opgaver/:id/ret')
export class ChangeTaskController {
  private readonly sources: PostingSources;

  constructor(
    private readonly smallJobs: SmallJobRecords,
    private readonly changeSmallJob: ChangeSmallJob,
    desk: ShowPostingDesk,
    guide: ShowPayGuide,
    fit: EstimateFit,
  ) {
    this.sources = { desk, guide, fit };
  }

  @Get(':step')
  @EmployerPage()
  async show(
    @TaskId() id: string,
    @StepName() step: PostingStep,
    @Visit() visit: CompanyVisit,
  ): Promise<SeeOther | ShownPage> {
    const { smallJob } = await this.smallJobs.show(id, visit.actor);
    if (smallJob.status === 'closed') return seeOther(taskPath(id));
    return this.pageOf(smallJob, step, visit);
  }

  @Post(':step')
  @EmployerPage()
  async save(
    @TaskId() id: string,
    @StepName() step: PostingStep,
    @FormBody() typed: Typed,
    @Visit() visit: CompanyVisit,
  ): Promise<SeeOther | ShownPage> {
    const { actor } = visit;
    const { smallJob } = await this.smallJobs.show(id, actor);
    return press({
      do: async () => {
        const answers = answersOfTask(smallJob);
        const { context } = await surroundings(this.sources, answers, visit, { posted: true });
        const shown = asShown(stepForms[step].view(new FormView(visit.language), answers, context));
        const change = stepForms[step].change(typed, { shown, answers }, answers, context);
        await this.changeSmallJob.execute(id, asChange(change), actor);
        return seeOther(taskPath(id), 'rettet');
      },
      again: async (faults) =>
        this.pageOf((await this.smallJobs.show(id, actor)).smallJob, step, visit, typed, faults),
      at: { ...stepForms[step].at(typed), 'small-job.open-offer': offerHolds },
    });
  }

  @Post(':step/passer')
  @Calculates()
  @EmployerPage()
  async live(
    @TaskId() id: string,
    @StepName() step: PostingStep,
    @FormBody() typed: Typed,
    @Visit() visit: CompanyVisit,
  ): Promise<ShownFragment> {
    const { smallJob } = await this.smallJobs.show(id, visit.actor);
    return liveBeside(this.sources, step, answersOfTask(smallJob), typed, visit, { posted: true });
  }

  private async pageOf(
    smallJob: SmallJob,
    step: PostingStep,
    visit: CompanyVisit,
    typed: Typed = {},
    faults: Faults = noFaults,
  ): Promise<ShownPage> {
    const { id } = smallJob;
    const answers = answersOfTask(smallJob);
    const { desk, context } = await surroundings(this.sources, answers, visit, { posted: true });
    const fit = await fitOf(this.sources, answers, visit);
    const { w } = context;
    const path = correctPath(id, step);
    const view = stepView(
      step,
      { answers, context, desk, fit, typed, faults },
      { action: path, live: `${path}/passer`, version: '', understood: null, next: w.save, later: '' },
    );
    return stepPages[step]({ ...view, back: { href: taskPath(id), label: w.seeTask } });
  }
}

import { Controller, Get, Post, Req } from '@nestjs/common';
import { type Actor, type AnswersChange, type Language, type PostingStep, type SmallJob } from '#domain';
import {
  ChangeSmallJob,
  EstimateFit,
  ShowPayGuide,
  ShowPostingDesk,
  SmallJobRecords,
  type SmallJobChange,
} from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, Roles } from '../../../http/roles.js';
import { FormBody, noFaults, submit, type Faults, type Typed } from '../../frame/form/index.js';
import { Page } from '../../frame/html-page.js';
import { seeOther, type SeeOther, type ShownFragment, type ShownPage } from '../../frame/page.js';
import { employerPostWords } from '../../words/employer-post-en.js';
import { StepName, TaskId } from './draft-address.js';
import { fitOf, liveBeside, surroundings, type PostingSources } from './posting-pages.js';
import { stepView } from './step-view.js';
import { answersOfTask, correctPath, taskPath } from './task-view.js';
import { stepForms, stepPages } from './task-steps.js';

class NothingForm {}

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
  @Roles('employer')
  @Page()
  async show(
    @TaskId() id: string,
    @StepName() step: PostingStep,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    const { smallJob } = await this.smallJobs.show(id, actor);
    if (smallJob.status === 'closed') return seeOther(taskPath(id));
    return this.pageOf(smallJob, step, actor, languageOf(request));
  }

  @Post(':step')
  @Roles('employer')
  @Page()
  async save(
    @TaskId() id: string,
    @StepName() step: PostingStep,
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    const language = languageOf(request);
    const { smallJob } = await this.smallJobs.show(id, actor);
    const holds = { da: employerPostWords.da.openOfferHolds, en: employerPostWords.en.openOfferHolds };
    return submit(NothingForm, typed, {
      do: async () => {
        const answers = answersOfTask(smallJob);
        const { context } = await surroundings(this.sources, answers, actor, { language, posted: true });
        const change = stepForms[step].read(typed, answers, context, true);
        await this.changeSmallJob.execute(id, changeOf(change), actor);
        return seeOther(taskPath(id), 'rettet');
      },
      again: async (faults) =>
        this.pageOf((await this.smallJobs.show(id, actor)).smallJob, step, actor, language, typed, faults),
      at: {
        'small-job.open-offer': { field: '', text: holds },
        'small-job.too-many-hours': 'days',
        'small-job.shifts-overlap': 'days',
        'small-job.break-too-long': 'breakMinutes',
        'small-job.dates-invalid': 'startDate',
        'small-job.positions-below-taken': 'positions',
        'category.unknown': 'category',
      },
    });
  }

  @Post(':step/passer')
  @Roles('employer')
  @Page()
  async live(
    @TaskId() id: string,
    @StepName() step: PostingStep,
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() request: FastifyRequest,
  ): Promise<ShownFragment> {
    const { smallJob } = await this.smallJobs.show(id, actor);
    const options = { language: languageOf(request), posted: true };
    return liveBeside(this.sources, step, answersOfTask(smallJob), typed, actor, options);
  }

  private async pageOf(
    smallJob: SmallJob,
    step: PostingStep,
    actor: Actor,
    language: Language,
    typed: Typed = {},
    faults: Faults = noFaults,
  ): Promise<ShownPage> {
    const { id } = smallJob;
    const answers = answersOfTask(smallJob);
    const { desk, context } = await surroundings(this.sources, answers, actor, { language, posted: true });
    const fit = await fitOf(this.sources, answers, actor);
    const { w } = context;
    const path = correctPath(id, step);
    const view = stepView(
      step,
      { answers, context, desk, fit, typed, faults },
      {
        action: path,
        live: `${path}/passer`,
        version: '',
        note: '',
        understood: null,
        next: w.save,
        later: '',
      },
    );
    return stepPages[step]({ ...view, back: { href: taskPath(id), label: w.seeTask } });
  }
}

const languageOf = ({ visitor }: FastifyRequest): Language => visitor?.language ?? 'da';

/** What a form answers, as a posted task takes it: an answer taken back leaves what was there. */
function changeOf({ sentence: _, week: __, ...change }: AnswersChange): SmallJobChange {
  const canBeNull = new Set(['endDate', 'collectiveAgreement', 'roomToGrowHours']);
  const entries = Object.entries(change).filter(
    ([field, value]) => value !== undefined && (value !== null || canBeNull.has(field)),
  );
  return Object.fromEntries(entries);
}

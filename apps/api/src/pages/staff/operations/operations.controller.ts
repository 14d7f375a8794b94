import { Controller, Get, Post } from '@nestjs/common';
import { Temporal } from '#domain';
import { ReplayFailedJob, ShowFailedJobs, ShowOperations } from '#use-cases';
import { Id } from '../../../http/operation.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { LeaderPage, StaffVisit, type Visit } from '../staff-page.js';
import { OPERATIONS, operationsView } from './operations-view.js';
import { replayView } from './replay-view.js';

/** *Drift*: what runs, what waits, and what was given up and may be tried again. */
@Controller('kommune/drift')
export class OperationsController {
  constructor(
    private readonly operations: ShowOperations,
    private readonly failedJobs: ShowFailedJobs,
    private readonly replayFailedJob: ReplayFailedJob,
  ) {}

  @Get()
  @LeaderPage()
  async show(@StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return operationsView(await this.operations.execute(actor));
  }

  @Get('opgaver/:id')
  @LeaderPage()
  async ask(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<ShownPage | SeeOther> {
    const [job] = await this.failedJobs.execute(actor.municipalityId, { id });
    return job ? replayView(job, Temporal.Now.instant()) : seeOther(OPERATIONS, 'er-proevet');
  }

  /** Pressed twice, or from a page of yesterday: nothing is done twice, and the page says so. */
  @Post('opgaver/:id')
  @LeaderPage()
  async replay(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<SeeOther> {
    const isReplayed = await this.replayFailedJob.execute(actor.municipalityId, id, actor);
    return seeOther(OPERATIONS, isReplayed ? 'proeves-igen' : 'er-proevet');
  }
}

import { Get, Post } from '@nestjs/common';
import type { Actor } from '#domain';
import { ReplayFailedJob, ShowFailedJobs } from '#use-cases';
import { Area, Id, Operation } from '../http/operation.js';
import { Listed } from '../http/page.js';
import { HttpProblem } from '../http/problem.js';
import { CurrentActor, Roles } from '../http/roles.js';
import { FailedJobResponse, toFailedJob } from './failed-jobs.responses.js';

/** Work the machine gave up on. Nothing is ever dropped: a leader sees it and lets it run again. */
@Area('failed-jobs', 'Drift')
export class FailedJobsController {
  constructor(
    private readonly failedJobs: ShowFailedJobs,
    private readonly replayFailedJob: ReplayFailedJob,
  ) {}

  @Get()
  @Roles('leader')
  @Operation({
    summary: 'Opgaver, som systemet har opgivet',
    description: 'De nyeste 500.',
    answer: Listed(FailedJobResponse),
  })
  async list(@CurrentActor() { municipalityId }: Actor): Promise<{ items: FailedJobResponse[] }> {
    return { items: (await this.failedJobs.execute(municipalityId)).map(toFailedJob) };
  }

  @Post(':id/replay')
  @Roles('leader')
  @Operation({ summary: 'Lad en opgivet opgave løbe igen' })
  async replay(@Id() id: string, @CurrentActor() actor: Actor): Promise<void> {
    const isReplayed = await this.replayFailedJob.execute(actor.municipalityId, id, actor);
    if (!isReplayed) throw new HttpProblem('not-found');
  }
}

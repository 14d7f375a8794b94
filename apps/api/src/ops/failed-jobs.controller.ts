import { Get, Post } from '@nestjs/common';
import type { Actor } from '#domain';
import { FailedJobs } from '#persistence';
import { Area, Id, Operation } from '../http/operation.js';
import { Listed } from '../http/page.js';
import { HttpProblem } from '../http/problem.js';
import { CurrentActor, Roles } from '../http/roles.js';
import { FailedJobResponse, toFailedJob } from './failed-jobs.responses.js';

/** Work the machine gave up on. Nothing is ever dropped: a leader sees it and lets it run again. */
@Area('failed-jobs', 'Drift')
export class FailedJobsController {
  constructor(private readonly jobs: FailedJobs) {}

  @Get()
  @Roles('leader')
  @Operation({
    summary: 'Opgaver, som systemet har opgivet',
    description: 'De nyeste 500.',
    answer: Listed(FailedJobResponse),
  })
  async list(@CurrentActor() { municipalityId }: Actor): Promise<{ items: FailedJobResponse[] }> {
    return { items: (await this.jobs.list(municipalityId)).map(toFailedJob) };
  }

  @Post(':id/replay')
  @Roles('leader')
  @Operation({ summary: 'Lad en opgivet opgave løbe igen' })
  async replay(@Id() id: string, @CurrentActor() { municipalityId }: Actor): Promise<void> {
    if (!(await this.jobs.replay(municipalityId, id))) throw new HttpProblem('not-found');
  }
}

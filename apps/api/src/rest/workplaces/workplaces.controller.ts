import { Get, Query } from '@nestjs/common';
import type { Actor } from '#domain';
import { Workplaces } from '#use-cases';
import { Area, Operation } from '../../http/operation.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { WorkplacesQueryFields } from './workplaces.requests.js';
import { toWorkplaces, WorkplacesResponse } from './workplaces.responses.js';

@Area('workplaces', 'Småjob')
export class WorkplacesController {
  constructor(private readonly workplaces: Workplaces) {}

  @Get()
  @Roles(...STAFF)
  @Operation({
    summary: 'Steder med småjob, det nærmeste først; aldrig hvor borgere bor',
    answer: WorkplacesResponse,
    problems: ['small-job.not-found'],
  })
  async show(
    @Query() query: WorkplacesQueryFields,
    @CurrentActor() actor: Actor,
  ): Promise<WorkplacesResponse> {
    return toWorkplaces(await this.workplaces.show(query, actor));
  }
}

import { Body, Get, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '#domain';
import { ChangeSmallJob, PostSmallJob, SmallJobRecords } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { Paged, pageRequest, toPage, type PageResponse } from '../../http/page.js';
import { CurrentActor, KEY_HOLDERS, Roles, STAFF } from '../../http/roles.js';
import { DESCRIPTION_PROBLEMS } from './description-problems.js';
import { smallJobInput } from './small-job-input.js';
import { ChangeSmallJobBody, PostSmallJobBody, SmallJobQuery } from './small-jobs.requests.js';
import {
  PostedSmallJobResponse,
  SmallJobResponse,
  toPostedSmallJob,
  toSmallJob,
} from './small-jobs.responses.js';
import { withoutNulls } from './without-nulls.js';

@Area('small-jobs', 'Småjobs')
export class SmallJobsController {
  constructor(
    private readonly smallJobs: SmallJobRecords,
    private readonly postSmallJob: PostSmallJob,
    private readonly changeSmallJob: ChangeSmallJob,
  ) {}

  @Post()
  @Roles(...KEY_HOLDERS)
  @Operation({
    summary: 'Opret et småjob som kladde',
    description:
      '5 til 15 timer om ugen er det normale; udenfor gives en advarsel, og 20 eller flere afvises.',
    answer: PostedSmallJobResponse,
    status: 201,
    problems: ['company.not-found', 'staff.not-found', ...DESCRIPTION_PROBLEMS],
  })
  async post(@Body() body: PostSmallJobBody, @CurrentActor() actor: Actor): Promise<PostedSmallJobResponse> {
    const { smallJob, warnings } = await this.postSmallJob.execute(smallJobInput(body), actor);
    return toPostedSmallJob(await this.smallJobs.show(smallJob.id, actor), warnings);
  }

  @Get()
  @Roles(...KEY_HOLDERS)
  @Operation({ summary: 'Kommunens småjobs; et firma ser sine egne', answer: Paged(SmallJobResponse) })
  async list(
    @Query() query: SmallJobQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PageResponse<SmallJobResponse>> {
    const { status, companyId } = query;
    return toPage(await this.smallJobs.list({ status, companyId }, pageRequest(query), actor), toSmallJob);
  }

  @Get(':id')
  @Roles(...KEY_HOLDERS)
  @Operation({
    summary: 'Et småjob, med den ene person at ringe til',
    answer: SmallJobResponse,
    problems: ['small-job.not-found'],
  })
  async show(@Id() id: string, @CurrentActor() actor: Actor): Promise<SmallJobResponse> {
    return toSmallJob(await this.smallJobs.show(id, actor));
  }

  @Patch(':id')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Ret et småjob',
    description: 'Kun det, der sendes, ændres; `demands` flettes, lister erstattes, null fjerner.',
    answer: PostedSmallJobResponse,
    problems: [
      'small-job.not-found',
      'small-job.wrong-state',
      'small-job.open-offer',
      'small-job.no-fixed-contact',
      'small-job.positions-below-taken',
      ...DESCRIPTION_PROBLEMS,
      'small-job.start-in-past',
      'staff.not-found',
    ],
  })
  async change(
    @Id() id: string,
    @Body() body: ChangeSmallJobBody,
    @CurrentActor() actor: Actor,
  ): Promise<PostedSmallJobResponse> {
    const { workplace, ...rest } = body;
    const change = { ...rest, ...(workplace && { workplace: withoutNulls(workplace) }) };
    const { warnings } = await this.changeSmallJob.execute(id, change, actor);
    return toPostedSmallJob(await this.smallJobs.show(id, actor), warnings);
  }
}

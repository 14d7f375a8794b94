import { Body, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '#domain';
import { CompanyRecords, DraftSmallJobFromObservation, RegisterVisit, SmallJobRecords } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { Paged, pageRequest, PageQuery, toPage, type PageResponse } from '../../http/page.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { smallJobInput } from '../small-jobs/small-job-input.js';
import { PostedSmallJobResponse, toPostedSmallJob } from '../small-jobs/small-jobs.responses.js';
import { DraftFromObservationBody, ObservationNumber, PostVisitBody } from './visits.requests.js';
import { toVisit, VisitResponse } from './visits.responses.js';

@Area('', 'Besøg')
export class VisitsController {
  constructor(
    private readonly companies: CompanyRecords,
    private readonly registerVisit: RegisterVisit,
    private readonly draftSmallJob: DraftSmallJobFromObservation,
    private readonly smallJobs: SmallJobRecords,
  ) {}

  @Post('companies/:id/visits')
  @Roles(...STAFF)
  @Operation({
    summary: 'Skriv et besøg hos et firma ned, med det, der blev set',
    answer: VisitResponse,
    status: 201,
    problems: ['company.not-found'],
  })
  async post(
    @Id() id: string,
    @Body() body: PostVisitBody,
    @CurrentActor() actor: Actor,
  ): Promise<VisitResponse> {
    return toVisit(await this.registerVisit.execute(id, body, actor));
  }

  @Get('companies/:id/visits')
  @Roles(...STAFF, 'integration')
  @Operation({ summary: 'Besøg hos et firma', answer: Paged(VisitResponse), problems: ['company.not-found'] })
  async list(
    @Id() id: string,
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PageResponse<VisitResponse>> {
    return toPage(await this.companies.visits(id, pageRequest(query), actor), toVisit);
  }

  @Post('visits/:id/observations/:n/small-job')
  @Roles(...STAFF)
  @Operation({
    summary: 'Gør en iagttagelse til en kladde',
    description: 'Uden indhold følger alt af besøget og firmaet; det, der sendes, gælder i stedet.',
    answer: PostedSmallJobResponse,
    status: 201,
    problems: [
      'visit.not-found',
      'visit.observation-not-found',
      'visit.observation-already-a-job',
      'staff.not-found',
      'category.unknown',
      'small-job.too-many-hours',
      'small-job.shifts-overlap',
      'small-job.break-too-long',
      'small-job.dates-invalid',
    ],
  })
  async draft(
    @Id() id: string,
    @ObservationNumber() n: number,
    @Body() body: DraftFromObservationBody,
    @CurrentActor() actor: Actor,
  ): Promise<PostedSmallJobResponse> {
    const { smallJob, warnings } = await this.draftSmallJob.execute(id, n, smallJobInput(body), actor);
    return toPostedSmallJob(await this.smallJobs.show(smallJob.id, actor), warnings);
  }
}

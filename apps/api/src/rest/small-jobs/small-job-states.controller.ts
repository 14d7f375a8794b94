import { Body, Post } from '@nestjs/common';
import type { Actor } from '#domain';
import {
  AskOwner,
  CloseSmallJob,
  PauseSmallJob,
  PublishSmallJob,
  ResumeSmallJob,
  SmallJobRecords,
} from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { CloseSmallJobBody } from './small-jobs.requests.js';
import { SmallJobResponse, toSmallJob } from './small-jobs.responses.js';

@Area('small-jobs/:id', 'Småjobs')
export class SmallJobStatesController {
  constructor(
    private readonly smallJobs: SmallJobRecords,
    private readonly publishSmallJob: PublishSmallJob,
    private readonly pauseSmallJob: PauseSmallJob,
    private readonly resumeSmallJob: ResumeSmallJob,
    private readonly closeSmallJob: CloseSmallJob,
    private readonly askOwner: AskOwner,
  ) {}

  @Post('publish')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Slå en kladde op',
    description: 'Kræver en fast kontaktperson, der kan ringes til.',
    answer: SmallJobResponse,
    problems: ['small-job.not-found', 'small-job.no-fixed-contact', 'small-job.wrong-state'],
  })
  async publish(@Id() id: string, @CurrentActor() actor: Actor): Promise<SmallJobResponse> {
    await this.publishSmallJob.execute(id, actor);
    return this.show(id, actor);
  }

  @Post('pause')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Hold pause med nye forslag',
    answer: SmallJobResponse,
    problems: ['small-job.not-found', 'small-job.wrong-state'],
  })
  async pause(@Id() id: string, @CurrentActor() actor: Actor): Promise<SmallJobResponse> {
    await this.pauseSmallJob.execute(id, actor);
    return this.show(id, actor);
  }

  @Post('resume')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Søg videre efter en pause',
    answer: SmallJobResponse,
    problems: ['small-job.not-found', 'small-job.wrong-state'],
  })
  async resume(@Id() id: string, @CurrentActor() actor: Actor): Promise<SmallJobResponse> {
    await this.resumeSmallJob.execute(id, actor);
    return this.show(id, actor);
  }

  @Post('ask-owner')
  @Roles(...STAFF)
  @Operation({
    summary: 'Spørg ejeren på SMS, om kladden må slås op',
    description: 'JA slår den op, når den er komplet. Alle svar kommer også på listen hos den, der spurgte.',
    answer: SmallJobResponse,
    problems: ['small-job.not-found', 'small-job.wrong-state', 'small-job.owner-not-asked'],
  })
  async ask(@Id() id: string, @CurrentActor() actor: Actor): Promise<SmallJobResponse> {
    await this.askOwner.execute(id, actor);
    return this.show(id, actor);
  }

  @Post('close')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Luk et småjob',
    description: 'Åbne forslag og tilbud trækkes tilbage, og alle får besked; aftaler fortsætter.',
    answer: SmallJobResponse,
    problems: ['small-job.not-found', 'small-job.wrong-state'],
  })
  async close(
    @Id() id: string,
    @Body() { reason }: CloseSmallJobBody,
    @CurrentActor() actor: Actor,
  ): Promise<SmallJobResponse> {
    await this.closeSmallJob.execute(id, reason, actor);
    return this.show(id, actor);
  }

  private async show(id: string, actor: Actor): Promise<SmallJobResponse> {
    return toSmallJob(await this.smallJobs.show(id, actor));
  }
}

import { Body, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '#domain';
import {
  BeginPostingDraft,
  DiscardPostingDraft,
  MailPostingDraft,
  PostFromDraft,
  PostingDraftRecords,
  SavePostingDraft,
  SmallJobRecords,
} from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { Paged, pageRequest, toPage, type PageResponse } from '../../http/page.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { DESCRIPTION_PROBLEMS } from '../small-jobs/description-problems.js';
import { PostedSmallJobResponse, toPostedSmallJob } from '../small-jobs/small-jobs.responses.js';
import { answersInput, companyOf } from './answers-input.js';
import { PatchPostingDraftBody, PostingDraftQuery, PostPostingDraftBody } from './posting-drafts.requests.js';
import {
  MailedDraftResponse,
  PostingDraftResponse,
  SavedPostingDraftResponse,
  toPostingDraft,
} from './posting-drafts.responses.js';

@Area('posting-drafts', 'Kladder til opslag')
export class PostingDraftsController {
  constructor(
    private readonly drafts: PostingDraftRecords,
    private readonly beginDraft: BeginPostingDraft,
    private readonly saveDraft: SavePostingDraft,
    private readonly discardDraft: DiscardPostingDraft,
    private readonly mailDraft: MailPostingDraft,
    private readonly postFromDraft: PostFromDraft,
    private readonly smallJobs: SmallJobRecords,
  ) {}

  @Post()
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Begynd på et opslag',
    description:
      'Alt må mangle. Kladden ses kun af firmaet og kommunen og glemmes 90 dage efter, den sidst er gemt.',
    answer: PostingDraftResponse,
    status: 201,
    problems: ['company.not-found', ...DESCRIPTION_PROBLEMS, 'small-job.start-in-past'],
  })
  async begin(
    @Body() body: PostPostingDraftBody,
    @CurrentActor() actor: Actor,
  ): Promise<PostingDraftResponse> {
    const companyId = companyOf(body, actor);
    const { id } = await this.beginDraft.execute({ companyId, answers: answersInput(body) }, actor);
    return this.show(id, actor);
  }

  @Get()
  @Roles(...STAFF, 'employer')
  @Operation({ summary: 'Kladder, der ikke er slået op', answer: Paged(PostingDraftResponse) })
  async list(
    @Query() query: PostingDraftQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PageResponse<PostingDraftResponse>> {
    const { companyId } = query;
    return toPage(await this.drafts.list({ companyId }, pageRequest(query), actor), toPostingDraft);
  }

  @Get(':id')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'En kladde, og hvad der mangler',
    answer: PostingDraftResponse,
    problems: ['posting-draft.not-found'],
  })
  async show(@Id() id: string, @CurrentActor() actor: Actor): Promise<PostingDraftResponse> {
    return toPostingDraft(await this.drafts.show(id, actor));
  }

  @Patch(':id')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Gem det, der er svaret',
    description: 'Kun det, der sendes, ændres; null tager et svar tilbage.',
    answer: SavedPostingDraftResponse,
    problems: [
      'posting-draft.not-found',
      'posting-draft.already-posted',
      ...DESCRIPTION_PROBLEMS,
      'small-job.start-in-past',
    ],
  })
  async save(
    @Id() id: string,
    @Body() body: PatchPostingDraftBody,
    @CurrentActor() actor: Actor,
  ): Promise<SavedPostingDraftResponse> {
    const { overtook } = await this.saveDraft.execute(id, answersInput(body), actor, body.seenVersion);
    return { ...(await this.show(id, actor)), overtook };
  }

  @Delete(':id')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Slet en kladde',
    problems: ['posting-draft.not-found', 'posting-draft.already-posted'],
  })
  async discard(@Id() id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.discardDraft.execute(id, actor);
  }

  @Post(':id/publish')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Slå kladden op som småjob',
    description: 'Alt eller intet. Igen med samme kladde er det samme småjob.',
    answer: PostedSmallJobResponse,
    problems: [
      'posting-draft.not-found',
      'posting-draft.incomplete',
      'small-job.no-fixed-contact',
      'staff.not-found',
      'small-job.dates-invalid',
    ],
  })
  async publish(@Id() id: string, @CurrentActor() actor: Actor): Promise<PostedSmallJobResponse> {
    const { smallJob, warnings } = await this.postFromDraft.execute(id, actor);
    return toPostedSmallJob(await this.smallJobs.show(smallJob.id, actor), warnings);
  }

  @Post(':id/mail')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Send et link til kladden',
    description: 'Til den, der er logget ind, ellers til firmaets kontaktperson. Linket beder om log ind.',
    answer: MailedDraftResponse,
    problems: ['posting-draft.not-found', 'posting-draft.already-posted', 'posting-draft.nobody-to-mail'],
  })
  async mail(@Id() id: string, @CurrentActor() actor: Actor): Promise<MailedDraftResponse> {
    return this.mailDraft.execute(id, actor);
  }
}

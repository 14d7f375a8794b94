import { Body, Get, Post } from '@nestjs/common';
import { withAnswers, type Actor } from '#domain';
import { CallableContacts, DuplicateSmallJob, EstimateFit, PostingDraftRecords } from '#use-cases';
import { Calculates } from '../../http/idempotency.interceptor.js';
import { Area, Id, Operation } from '../../http/operation.js';
import { Listed } from '../../http/page.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { answersInput, companyOf } from './answers-input.js';
import { FitBody, SentenceBody } from './posting-drafts.requests.js';
import { PostingDraftResponse, toPostingDraft } from './posting-drafts.responses.js';
import {
  CallableContactResponse,
  FitResponse,
  SentenceResponse,
  toCallableContact,
  toFit,
  toSentence,
} from './posting-help.responses.js';

@Area('', 'Kladder til opslag')
export class PostingHelpController {
  constructor(
    private readonly estimateFit: EstimateFit,
    private readonly duplicateSmallJob: DuplicateSmallJob,
    private readonly drafts: PostingDraftRecords,
    private readonly callableContacts: CallableContacts,
  ) {}

  @Post('small-jobs/from-sentence')
  @Roles(...STAFF, 'employer')
  @Calculates()
  @Operation({
    summary: 'Læs en opgave ud af én sætning',
    description: 'Gemmer intet. Det, der ikke blev sagt, er null; det, vi foreslår, står som `guessed`.',
    answer: SentenceResponse,
  })
  read(@Body() { sentence }: SentenceBody): SentenceResponse {
    return toSentence(sentence);
  }

  @Post('small-jobs/fit')
  @Roles(...STAFF, 'employer')
  @Calculates()
  @Operation({
    summary: 'Hvor mange passer til en opgave, der er ved at blive beskrevet',
    description:
      'I ord og aldrig et tal. Alt må mangle; så regnes der med det, der er mest almindeligt, og `assumed` siger hvad.',
    answer: FitResponse,
    problems: ['company.not-found', 'posting.too-many-estimates', 'access-log.unavailable'],
  })
  async fit(@Body() body: FitBody, @CurrentActor() actor: Actor): Promise<FitResponse> {
    const answers = withAnswers({}, answersInput(body));
    return toFit(await this.estimateFit.execute(companyOf(body, actor), answers, actor));
  }

  @Post('small-jobs/:id/duplicate')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Lav en kladde magen til et småjob',
    description: 'Alle svar følger med, undtagen den første dag og hvem firmaet vil ringe til.',
    answer: PostingDraftResponse,
    status: 201,
    problems: ['small-job.not-found'],
  })
  async duplicate(@Id() id: string, @CurrentActor() actor: Actor): Promise<PostingDraftResponse> {
    const draft = await this.duplicateSmallJob.execute(id, actor);
    return toPostingDraft(await this.drafts.show(draft.id, actor));
  }

  @Get('companies/:id/callable-contacts')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Hvem hos kommunen et firma kan vælge at ringe til',
    description: 'De, der kender firmaet, først, så de, der følger færrest. Ingen vælges på forhånd.',
    answer: Listed(CallableContactResponse),
    problems: ['company.not-found'],
  })
  async contacts(
    @Id() id: string,
    @CurrentActor() actor: Actor,
  ): Promise<{ items: CallableContactResponse[] }> {
    return { items: (await this.callableContacts.execute(id, actor)).map(toCallableContact) };
  }
}

import { Body, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '#domain';
import { MatchRecords, ProposeMatch, RecordInterest, RemindCompany, WithdrawMatch } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { Paged, pageRequest, toPage, type PageResponse } from '../../http/page.js';
import { CurrentActor, KEY_HOLDERS, Roles, STAFF } from '../../http/roles.js';
import { withoutNulls } from '../small-jobs/without-nulls.js';
import { InterestBody, MatchQuery, ProposeMatchBody, WithdrawMatchBody } from './matches.requests.js';
import { MatchResponse, toMatch } from './matches.responses.js';

@Area('matches', 'Forslag')
export class MatchesController {
  constructor(
    private readonly matches: MatchRecords,
    private readonly proposeMatch: ProposeMatch,
    private readonly recordInterest: RecordInterest,
    private readonly withdrawMatch: WithdrawMatch,
    private readonly remindCompany: RemindCompany,
  ) {}

  @Post()
  @Roles(...STAFF)
  @Operation({
    summary: 'Foreslå en borger til et småjob',
    description: 'Uden `interest` spørges borgeren først, og firmaet ser intet.',
    answer: MatchResponse,
    status: 201,
    problems: [
      'small-job.not-found',
      'citizen.not-found',
      'small-job.wrong-state',
      'match.already-exists',
      'citizen.in-play',
      'citizen.ask-broker-first',
      'match.does-not-fit',
      'match.interest-in-future',
      'contact.not-set',
    ],
  })
  async propose(@Body() body: ProposeMatchBody, @CurrentActor() actor: Actor): Promise<MatchResponse> {
    const { id } = await this.proposeMatch.execute(withoutNulls(body), actor);
    return this.show(id, actor);
  }

  @Get()
  @Roles(...KEY_HOLDERS)
  @Operation({
    summary: 'Forslag; et firma ser dem, borgeren har sagt ja til at blive nævnt i',
    answer: Paged(MatchResponse),
    problems: ['access-log.unavailable', 'not-allowed'],
  })
  async list(@Query() query: MatchQuery, @CurrentActor() actor: Actor): Promise<PageResponse<MatchResponse>> {
    const { state, smallJobId, citizenId } = query;
    const page = await this.matches.list({ state, smallJobId, citizenId }, pageRequest(query), actor);
    return toPage(page, (record) => toMatch(record, actor));
  }

  @Get(':id')
  @Roles(...KEY_HOLDERS)
  @Operation({
    summary: 'Et forslag',
    description:
      'Firmaet ser et dæknavn og det, borgeren er med på; navn og nummer efter borgerens ja til tilbuddet.',
    answer: MatchResponse,
    problems: ['match.not-found', 'access-log.unavailable'],
  })
  async show(@Id() id: string, @CurrentActor() actor: Actor): Promise<MatchResponse> {
    return toMatch(await this.matches.show(id, actor), actor);
  }

  @Post(':id/interest')
  @Roles(...STAFF)
  @Operation({
    summary: 'Skriv ned, at borgeren må nævnes for firmaet',
    answer: MatchResponse,
    problems: [
      'match.not-found',
      'match.interest-already-recorded',
      'match.wrong-state',
      'match.interest-in-future',
      'match.does-not-fit',
      'contact.not-set',
    ],
  })
  async interest(
    @Id() id: string,
    @Body() interest: InterestBody,
    @CurrentActor() actor: Actor,
  ): Promise<MatchResponse> {
    await this.recordInterest.execute(id, interest, actor);
    return this.show(id, actor);
  }

  @Post(':id/withdraw')
  @Roles(...STAFF)
  @Operation({
    summary: 'Træk et forslag tilbage',
    description:
      'Et tilbud trækkes med tilbage, og begge sider får besked. Har borgeren sagt ja til at blive nævnt, får kontaktpersonen en opgave om at fortælle det.',
    answer: MatchResponse,
    problems: ['match.not-found', 'match.wrong-state', 'agreement.already-exists'],
  })
  async withdraw(
    @Id() id: string,
    @Body() { reason, how }: WithdrawMatchBody,
    @CurrentActor() actor: Actor,
  ): Promise<MatchResponse> {
    await this.withdrawMatch.execute(id, actor, reason ?? undefined, how ?? undefined);
    return this.show(id, actor);
  }

  @Post(':id/remind')
  @Roles(...STAFF)
  @Operation({
    summary: 'Mind firmaet om forslaget',
    description:
      'For tidligt er 429 med `nextAt` og `Retry-After`. Hvem der mindede om det, står på forslaget.',
    answer: MatchResponse,
    problems: ['match.not-found', 'match.wrong-state', 'match.too-soon-to-remind', 'contact.not-set'],
  })
  async remind(@Id() id: string, @CurrentActor() actor: Actor): Promise<MatchResponse> {
    await this.remindCompany.execute(id, actor);
    return this.show(id, actor);
  }
}

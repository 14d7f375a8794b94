import { Body, Post } from '@nestjs/common';
import type { Actor } from '#domain';
import { ConfirmMatch, MatchRecords, RejectMatch } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { ConfirmMatchBody, RejectMatchBody } from './matches.requests.js';
import { ConfirmedMatchResponse, MatchResponse, toMatch } from './matches.responses.js';

/** What the company says to a proposal, itself or to somebody at the municipality. */
@Area('matches/:id', 'Forslag')
export class CompanyAnswersController {
  constructor(
    private readonly matches: MatchRecords,
    private readonly confirmMatch: ConfirmMatch,
    private readonly rejectMatch: RejectMatch,
  ) {}

  @Post('confirm')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Firmaet siger ja',
    description:
      'Tilbuddet sendes straks og binder firmaet. `direct` kun, når borgeren vil starte uden møde.',
    answer: ConfirmedMatchResponse,
    problems: [
      'match.not-found',
      'match.wrong-state',
      'match.no-interest',
      'match.citizen-wants-to-meet',
      'match.does-not-fit',
      'small-job.wrong-state',
      'small-job.no-seat-left',
      'offer.citizen-has-open-offer',
      'match.not-possible-now',
      'municipality.no-notice-text',
    ],
  })
  async confirm(
    @Id() id: string,
    @Body() { start }: ConfirmMatchBody,
    @CurrentActor() actor: Actor,
  ): Promise<ConfirmedMatchResponse> {
    const { offer } = await this.confirmMatch.execute(id, start, actor);
    return { ...toMatch(await this.matches.show(id, actor), actor), offerId: offer.id };
  }

  @Post('reject')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Firmaet siger nej, med en af de faste grunde',
    description: 'Kontaktpersonen fortæller det til borgeren; ingen maskine gør.',
    answer: MatchResponse,
    problems: ['match.not-found', 'match.wrong-state'],
  })
  async reject(
    @Id() id: string,
    @Body() { reason }: RejectMatchBody,
    @CurrentActor() actor: Actor,
  ): Promise<MatchResponse> {
    await this.rejectMatch.execute(id, reason, actor);
    return toMatch(await this.matches.show(id, actor), actor);
  }
}

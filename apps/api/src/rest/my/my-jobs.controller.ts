import { Body, Get, Patch, Post } from '@nestjs/common';
import type { Actor } from '#domain';
import {
  AnswerMyOffer,
  ChangeMyCard,
  ChangeMyMessages,
  ChangeMySettings,
  ShowMyCards,
  ShowMyConsents,
  ShowMyOffers,
} from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { Listed } from '../../http/page.js';
import { CurrentActor, Roles } from '../../http/roles.js';
import {
  MyCardResponse,
  MyConsentResponse,
  MyOfferResponse,
  toMyCard,
  toMyConsent,
  toMyOffer,
} from './my-jobs.responses.js';
import { MyCardBody, MyMessagesBody, MyOfferAnswerBody, MySettingsBody } from './my.requests.js';

@Area('my', 'Min side')
export class MyJobsController {
  constructor(
    private readonly offers: ShowMyOffers,
    private readonly answerOffer: AnswerMyOffer,
    private readonly showCards: ShowMyCards,
    private readonly changeCard: ChangeMyCard,
    private readonly showConsents: ShowMyConsents,
    private readonly changeMessages: ChangeMyMessages,
    private readonly changeSettings: ChangeMySettings,
  ) {}

  @Get('offers')
  @Roles('citizen')
  @Operation({
    summary: 'De job, jeg er spurgt om eller har fået tilbudt, og hvad der blev af dem',
    answer: Listed(MyOfferResponse),
    problems: ['access-log.unavailable'],
  })
  async listOffers(@CurrentActor() actor: Actor): Promise<{ items: MyOfferResponse[] }> {
    return { items: (await this.offers.list(actor)).map(toMyOffer) };
  }

  @Post('offers/:id/answer')
  @Roles('citizen')
  @Operation({
    summary: 'Svar på et tilbud',
    description: 'Som på siden fra SMS’en. Et svar, der var der i forvejen, ændrer intet.',
    problems: ['offer.not-found'],
  })
  async answer(
    @Id() id: string,
    @Body() { answer, reason }: MyOfferAnswerBody,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.answerOffer.execute(id, { answer, ...(reason && { reason }) }, actor);
  }

  @Get('cards')
  @Roles('citizen')
  @Operation({
    summary: 'Kortene, som firmaer ser eller får at se, med det, jeg kan vælge',
    answer: Listed(MyCardResponse),
    problems: ['access-log.unavailable'],
  })
  async listCards(@CurrentActor() actor: Actor): Promise<{ items: MyCardResponse[] }> {
    return { items: (await this.showCards.execute(actor)).cards.map(toMyCard) };
  }

  @Post('cards/:matchId')
  @Roles('citizen')
  @Operation({
    summary: 'Vælg, hvad firmaet ser',
    description: 'Gælder fra firmaets næste opslag. Har firmaet ikke hørt om mig endnu, er det mit ja.',
    problems: ['match.not-found', 'match.wrong-state', 'match.does-not-fit'],
  })
  async change(
    @Id('matchId') matchId: string,
    @Body() { fields }: MyCardBody,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.changeCard.show(matchId, fields, actor);
  }

  @Post('cards/:matchId/withdraw')
  @Roles('citizen')
  @Operation({
    summary: 'Firmaet skal ikke høre om mig alligevel',
    problems: ['match.not-found', 'match.wrong-state'],
  })
  async withdraw(@Id('matchId') matchId: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.changeCard.withdraw(matchId, actor);
  }

  @Get('consents')
  @Roles('citizen')
  @Operation({
    summary: 'Det, jeg har sagt ja til: hvilken tekst, hvornår og hvordan',
    answer: Listed(MyConsentResponse),
    problems: ['access-log.unavailable'],
  })
  async listConsents(@CurrentActor() actor: Actor): Promise<{ items: MyConsentResponse[] }> {
    return { items: (await this.showConsents.execute(actor)).consents.map(toMyConsent) };
  }

  @Post('messages')
  @Roles('citizen')
  @Operation({
    summary: 'Må kommunen skrive til mig?',
    description: 'Siger man nej, bliver der ringet i stedet.',
    problems: ['citizen.channel-unreachable'],
  })
  async messages(@Body() { allowed }: MyMessagesBody, @CurrentActor() actor: Actor): Promise<void> {
    await this.changeMessages.execute(allowed, actor);
  }

  @Patch('settings')
  @Roles('citizen')
  @Operation({ summary: 'Hvor tæt kontakten er, hvornår der mindes om mandag, og sproget' })
  async settings(@Body() body: MySettingsBody, @CurrentActor() actor: Actor): Promise<void> {
    await this.changeSettings.execute(body, actor);
  }
}

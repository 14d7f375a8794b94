import { Body, Get, Post, Query } from '@nestjs/common';
import { Temporal, type Actor } from '#domain';
import { AnswerOffer, ExtendOffer, OfferRecords, ResendOffer, TellCompany, WithdrawOffer } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { Paged, pageRequest, toPage, type PageResponse } from '../../http/page.js';
import { CurrentActor, KEY_HOLDERS, Roles, STAFF } from '../../http/roles.js';
import { withoutNulls } from '../small-jobs/without-nulls.js';
import { AnswerOfferBody, ExtendOfferBody, OfferQuery, WithdrawOfferBody } from './offers.requests.js';
import { OfferResponse, toOffer } from './offers.responses.js';

@Area('offers', 'Tilbud')
export class OffersController {
  constructor(
    private readonly offers: OfferRecords,
    private readonly answerOffer: AnswerOffer,
    private readonly resendOffer: ResendOffer,
    private readonly withdrawOffer: WithdrawOffer,
    private readonly tellCompany: TellCompany,
    private readonly extendOffer: ExtendOffer,
  ) {}

  @Get()
  @Roles(...KEY_HOLDERS)
  @Operation({
    summary: 'Tilbud; et firma ser sine egne',
    answer: Paged(OfferResponse),
    problems: ['access-log.unavailable', 'not-allowed'],
  })
  async list(@Query() query: OfferQuery, @CurrentActor() actor: Actor): Promise<PageResponse<OfferResponse>> {
    const { smallJobId, citizenId, state } = query;
    const page = await this.offers.list({ smallJobId, citizenId, state }, pageRequest(query), actor);
    return toPage(page, (offer) => toOffer(offer, actor));
  }

  @Get(':id')
  @Roles(...KEY_HOLDERS)
  @Operation({
    summary: 'Et tilbud',
    answer: OfferResponse,
    problems: ['offer.not-found', 'access-log.unavailable'],
  })
  async show(@Id() id: string, @CurrentActor() actor: Actor): Promise<OfferResponse> {
    return toOffer(await this.offers.show(id, actor), actor);
  }

  @Post(':id/answer')
  @Roles(...STAFF)
  @Operation({
    summary: 'Skriv ned, hvad borgeren svarede',
    description:
      'Borgeren får en kvittering. Et ja kan tages tilbage indtil næste arbejdsdag kl. 9; `call` lader tilbuddet stå.',
    answer: OfferResponse,
    problems: [
      'offer.not-found',
      'offer.already-answered',
      'offer.expired',
      'offer.withdrawn',
      'offer.too-late-to-change',
    ],
  })
  async answer(
    @Id() id: string,
    @Body() body: AnswerOfferBody,
    @CurrentActor() actor: Actor,
  ): Promise<OfferResponse> {
    return toOffer(await this.answerOffer.execute(id, withoutNulls(body), actor), actor);
  }

  @Post(':id/withdraw')
  @Roles(...STAFF)
  @Operation({
    summary: 'Træk et tilbud tilbage',
    description:
      'Pladsen er fri igen, begge sider får besked, og det gamle link siger det. Hvorfor og af hvem står på forslaget.',
    answer: OfferResponse,
    problems: ['offer.not-found', 'offer.wrong-state', 'agreement.already-exists'],
  })
  async withdraw(
    @Id() id: string,
    @Body() { reason, how }: WithdrawOfferBody,
    @CurrentActor() actor: Actor,
  ): Promise<OfferResponse> {
    return toOffer(await this.withdrawOffer.execute(id, actor, reason ?? undefined, how ?? undefined), actor);
  }

  @Post(':id/resend')
  @Roles(...STAFF)
  @Operation({
    summary: 'Send tilbuddet igen',
    description: 'For tidligt er 429 med `nextAt` og `Retry-After`.',
    answer: OfferResponse,
    problems: [
      'offer.not-found',
      'offer.already-answered',
      'offer.expired',
      'offer.withdrawn',
      'offer.too-soon-to-resend',
    ],
  })
  async resend(@Id() id: string, @CurrentActor() actor: Actor): Promise<OfferResponse> {
    return toOffer(await this.resendOffer.execute(id, actor), actor);
  }

  @Post(':id/extend')
  @Roles(...STAFF)
  @Operation({
    summary: 'Giv mere tid til at svare',
    description: 'Pladsen holdes så længe. Hvem der gav tiden, står på tilbuddet.',
    answer: OfferResponse,
    problems: [
      'offer.not-found',
      'offer.deadline-invalid',
      'offer.already-answered',
      'offer.expired',
      'offer.withdrawn',
    ],
  })
  async extend(
    @Id() id: string,
    @Body() { until, tellCitizen }: ExtendOfferBody,
    @CurrentActor() actor: Actor,
  ): Promise<OfferResponse> {
    const input = { until: Temporal.Instant.from(until), tellCitizen: tellCitizen ?? false };
    return toOffer(await this.extendOffer.execute(id, input, actor), actor);
  }

  @Post(':id/tell-company')
  @Roles(...STAFF)
  @Operation({
    summary: 'Lad firmaet høre et ja med det samme',
    description: 'Ellers hører firmaet det, når ja’et er bindende. Gentaget sker der intet nyt.',
    answer: OfferResponse,
    problems: ['offer.not-found', 'offer.not-accepted'],
  })
  async tell(@Id() id: string, @CurrentActor() actor: Actor): Promise<OfferResponse> {
    return toOffer(await this.tellCompany.execute(id, actor), actor);
  }
}

import { Body, Get, Post, Query, Req } from '@nestjs/common';
import { roles, type Actor } from '#domain';
import { EstimateBenefit, EstimateForOffer, ShowRates } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { Area, Id, Operation } from '../../http/operation.js';
import { Listed } from '../../http/page.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { languageOf } from '../../http/text.js';
import {
  BenefitByHoursBody,
  BenefitEstimateBody,
  CitizenEstimateQuery,
  RatesQuery,
  WageFloorQuery,
} from './benefit.requests.js';
import {
  BenefitByHoursResponse,
  BenefitEstimateResponse,
  RateResponse,
  toEstimate,
  toRate,
} from './benefit.responses.js';
import { CitizenEstimateResponse, toCitizenEstimate } from './citizen-estimate.responses.js';
import { toWageFloor, WageFloorResponse } from './wage-floor.responses.js';

const spokenBy = (request: FastifyRequest) => languageOf(request.headers['accept-language']);

@Area('', 'Penge')
export class BenefitController {
  constructor(
    private readonly estimateBenefit: EstimateBenefit,
    private readonly estimateForOffer: EstimateForOffer,
    private readonly showRates: ShowRates,
  ) {}

  @Post('benefit-estimates')
  @Roles(...roles)
  @Operation({
    summary: 'Hvad der er tilbage af en løn, når man får kontanthjælp',
    description: 'Vejledende. Der er ingen borger i spørgsmålet, og intet gemmes.',
    answer: BenefitEstimateResponse,
    problems: ['benefit.no-rates', 'benefit.municipality-unknown', 'benefit.amount-unknown'],
  })
  async estimate(
    @Body() body: BenefitEstimateBody,
    @Req() request: FastifyRequest,
  ): Promise<BenefitEstimateResponse> {
    return toEstimate(await this.estimateBenefit.execute(body), spokenBy(request));
  }

  @Post('benefit-estimates/by-hours')
  @Roles(...roles)
  @Operation({
    summary: 'Det samme for hver time om ugen, til en kurve',
    description: 'Knækkene er der, hvor næste time er noget andet værd end den før.',
    answer: BenefitByHoursResponse,
    problems: ['benefit.no-rates', 'benefit.municipality-unknown', 'benefit.amount-unknown'],
  })
  async byHours(@Body() body: BenefitByHoursBody): Promise<BenefitByHoursResponse> {
    return this.estimateBenefit.byHours(body);
  }

  @Get('benefit-rates')
  @Roles(...roles)
  @Operation({
    summary: 'De satser, der gælder en dag, med kilde og hvor sikre de er',
    answer: Listed(RateResponse),
  })
  async rates(@Query() { on }: RatesQuery): Promise<{ items: RateResponse[] }> {
    return { items: (await this.showRates.on(on)).rates.map(toRate) };
  }

  @Get('wage-floors')
  @Roles(...roles)
  @Operation({
    summary: 'Den laveste løn i overenskomsten, og hvad en time koster firmaet',
    description: 'Til vejledning: der er ingen mindsteløn i loven, og et småjob afvises aldrig for sin løn.',
    answer: Listed(WageFloorResponse),
    problems: ['category.unknown', 'benefit.no-rates'],
  })
  async wageFloors(@Query() query: WageFloorQuery): Promise<{ items: WageFloorResponse[] }> {
    return { items: (await this.showRates.wageFloors(query)).map(toWageFloor) };
  }

  @Get('citizens/:id/benefit-estimate')
  @Roles(...STAFF)
  @Operation({
    summary: 'Hvad et småjob vil give en borger, vejledende',
    description: 'Ud fra de tal, der står på borgeren. Opslaget skrives i loggen.',
    answer: CitizenEstimateResponse,
    problems: ['citizen.not-found', 'small-job.not-found', 'access-log.unavailable'],
  })
  async forCitizen(
    @Id() citizenId: string,
    @Query() { smallJobId }: CitizenEstimateQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<CitizenEstimateResponse> {
    return toCitizenEstimate(
      await this.estimateForOffer.execute({ citizenId, smallJobId }, actor),
      spokenBy(request),
    );
  }
}

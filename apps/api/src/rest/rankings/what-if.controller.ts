import { Body, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '#domain';
import { CompareCitizens, WhatIf, WhyNot } from '#use-cases';
import { Calculates } from '../../http/idempotency.interceptor.js';
import { Area, Id, Operation } from '../../http/operation.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { DESCRIPTION_PROBLEMS } from '../small-jobs/description-problems.js';
import { CompareQuery, WhatIfBody, WhyNotBody } from './what-if.requests.js';
import {
  ComparisonResponse,
  toComparison,
  toWhatIf,
  toWhyNot,
  WhatIfResponse,
  WhyNotResponse,
} from './what-if.responses.js';

@Area('small-jobs/:id', 'Hvem passer')
export class WhatIfController {
  constructor(
    private readonly whatIf: WhatIf,
    private readonly whyNot: WhyNot,
    private readonly compare: CompareCitizens,
  ) {}

  @Post('what-if')
  @Calculates()
  @Roles(...STAFF)
  @Operation({
    summary: 'Listen, som den ville være, hvis jobbet var anderledes',
    description: 'Intet gemmes. Til den, der trækker i tiden eller løftet og vil se, hvem der kommer til.',
    answer: WhatIfResponse,
    problems: ['small-job.not-found', ...DESCRIPTION_PROBLEMS, 'access-log.unavailable'],
  })
  async tryIt(
    @Id() id: string,
    @Body() { change, scope, limit }: WhatIfBody,
    @CurrentActor() actor: Actor,
  ): Promise<WhatIfResponse> {
    return toWhatIf(await this.whatIf.execute(id, { change: triedOf(change), scope, limit }, actor));
  }

  @Post('why-not')
  @Calculates()
  @Roles(...STAFF)
  @Operation({
    summary: 'Ikke lige nu: hvorfor en borger ikke passer, og hvad der ville hjælpe',
    description: 'Søger på en del af navnet og viser højst fem.',
    answer: WhyNotResponse,
    problems: ['small-job.not-found', 'access-log.unavailable'],
  })
  async explain(
    @Id() id: string,
    @Body() { name }: WhyNotBody,
    @CurrentActor() actor: Actor,
  ): Promise<WhyNotResponse> {
    return toWhyNot(await this.whyNot.execute(id, name, actor));
  }

  @Get('comparison')
  @Roles(...STAFF)
  @Operation({
    summary: 'To borgere ved siden af hinanden, del for del',
    answer: ComparisonResponse,
    problems: ['small-job.not-found', 'citizen.not-found', 'access-log.unavailable'],
  })
  async both(
    @Id() id: string,
    @Query() { a, b }: CompareQuery,
    @CurrentActor() actor: Actor,
  ): Promise<ComparisonResponse> {
    return toComparison(await this.compare.execute(id, [a, b], actor));
  }
}

/** Shifts without a break have one of no minutes. */
function triedOf({ weeklyShifts, ...change }: WhatIfBody['change']) {
  return {
    ...change,
    ...(weeklyShifts && {
      weeklyShifts: weeklyShifts.map((shift) => ({ ...shift, breakMinutes: shift.breakMinutes ?? 0 })),
    }),
  };
}

import { Body, Get, Post, Query } from '@nestjs/common';
import { Temporal, type Actor } from '#domain';
import { Acknowledge, EscalationRecords, GiveBack, ResolveEscalation, Snooze } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { Paged, pageRequest, toPage, type PageResponse } from '../../http/page.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { AcknowledgeBody, EscalationsQuery, ResolveBody, SnoozeBody } from './escalations.requests.js';
import { EscalationResponse, toEscalation } from './escalations.responses.js';

@Area('escalations', 'Haster nu')
export class EscalationsController {
  constructor(
    private readonly records: EscalationRecords,
    private readonly taking: Acknowledge,
    private readonly givingBack: GiveBack,
    private readonly pausing: Snooze,
    private readonly resolving: ResolveEscalation,
  ) {}

  @Get()
  @Roles(...STAFF)
  @Operation({ summary: 'Sager, hvor nogen mangler', answer: Paged(EscalationResponse) })
  async list(
    @Query() query: EscalationsQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PageResponse<EscalationResponse>> {
    const { state, shiftId } = query;
    return toPage(await this.records.list({ state, shiftId }, pageRequest(query), actor), toEscalation);
  }

  @Get(':id')
  @Roles(...STAFF)
  @Operation({
    summary: 'En sag med hele sin historie',
    answer: EscalationResponse,
    problems: ['escalation.not-found'],
  })
  async show(@Id() id: string, @CurrentActor() actor: Actor): Promise<EscalationResponse> {
    return toEscalation(await this.records.show(id, actor));
  }

  @Post(':id/acknowledge')
  @Roles(...STAFF)
  @Operation({
    summary: 'Jeg har den: trappen venter',
    description:
      'Jeg ringer holder en halv time, jeg kører to timer. Derefter spørges kun den, der tog den. En sag har én ad gangen: har en kollega den, er svaret 409, medmindre du overtager den.',
    answer: EscalationResponse,
    problems: ['escalation.not-found', 'escalation.closed', 'escalation.taken'],
  })
  async acknowledge(
    @Id() id: string,
    @Body() { action, takeOver = false }: AcknowledgeBody,
    @CurrentActor() actor: Actor,
  ): Promise<EscalationResponse> {
    await this.taking.execute(id, action, actor, { takeOver });
    return this.show(id, actor);
  }

  @Post(':id/give-back')
  @Roles(...STAFF)
  @Operation({
    summary: 'Jeg kan ikke mere: trappen går videre nu',
    description: 'Kun for den, der har sagen. Har ingen den, sker der ikke noget.',
    answer: EscalationResponse,
    problems: ['escalation.not-found', 'escalation.taken'],
  })
  async giveBack(@Id() id: string, @CurrentActor() actor: Actor): Promise<EscalationResponse> {
    await this.givingBack.execute(id, actor);
    return this.show(id, actor);
  }

  @Post(':id/snooze')
  @Roles(...STAFF)
  @Operation({
    summary: 'Læg sagen til side til et tidspunkt, højst et døgn',
    answer: EscalationResponse,
    problems: ['escalation.not-found', 'escalation.closed', 'escalation.snooze-invalid'],
  })
  async snooze(
    @Id() id: string,
    @Body() { until }: SnoozeBody,
    @CurrentActor() actor: Actor,
  ): Promise<EscalationResponse> {
    await this.pausing.execute(id, Temporal.Instant.from(until), actor);
    return this.show(id, actor);
  }

  @Post(':id/resolve')
  @Roles(...STAFF)
  @Operation({
    summary: 'Luk sagen med et udfald; vagten følger med',
    answer: EscalationResponse,
    problems: ['escalation.not-found', 'escalation.closed'],
  })
  async resolve(
    @Id() id: string,
    @Body() body: ResolveBody,
    @CurrentActor() actor: Actor,
  ): Promise<EscalationResponse> {
    await this.resolving.execute(id, body, actor);
    return this.show(id, actor);
  }
}

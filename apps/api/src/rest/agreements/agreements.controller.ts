import { Body, Get, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '#domain';
import {
  AgreementRecords,
  ChangeHours,
  DrawUpAgreement,
  EndAgreement,
  PlanFollowUps,
  ReviseAgreement,
  SignAgreement,
} from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { Listed, Paged, pageRequest, toPage, type PageResponse } from '../../http/page.js';
import { CurrentActor, KEY_HOLDERS, Roles, STAFF } from '../../http/roles.js';
import {
  AgreementsQuery,
  ChangeHoursBody,
  DrawUpAgreementBody,
  EndAgreementBody,
  FollowUpBody,
  ReviseAgreementBody,
  SignAgreementBody,
} from './agreements.requests.js';
import { TaskResponse, toTask } from '../tasks/tasks.responses.js';
import { AgreementResponse, toAgreement } from './agreements.responses.js';
import { wantedOf } from './wanted-follow-up.js';

@Area('agreements', 'Aftaler')
export class AgreementsController {
  constructor(
    private readonly records: AgreementRecords,
    private readonly drawUp: DrawUpAgreement,
    private readonly signing: SignAgreement,
    private readonly changing: ChangeHours,
    private readonly ending: EndAgreement,
    private readonly revising: ReviseAgreement,
    private readonly followUps: PlanFollowUps,
  ) {}

  @Post()
  @Roles(...STAFF)
  @Operation({
    summary: 'Skriv en aftale ud fra et tilbud, borgeren har sagt ja til',
    description: 'Vagter lægges først, når firma, borger og kommune har skrevet under.',
    answer: AgreementResponse,
    status: 201,
    problems: [
      'offer.not-found',
      'offer.not-accepted',
      'agreement.already-exists',
      'agreement.no-paid-hours',
      'agreement.same-task-paid-and-unpaid',
      'agreement.slots-overlap',
      'agreement.break-too-long',
      'agreement.dates-invalid',
    ],
  })
  async create(@Body() body: DrawUpAgreementBody, @CurrentActor() actor: Actor): Promise<AgreementResponse> {
    const agreement = await this.drawUp.execute(body, actor);
    return toAgreement({ agreement, person: null }, actor);
  }

  @Get()
  @Roles(...KEY_HOLDERS)
  @Operation({ summary: 'Aftaler', answer: Paged(AgreementResponse) })
  async list(
    @Query() query: AgreementsQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PageResponse<AgreementResponse>> {
    const { smallJobId, citizenId, state } = query;
    const page = await this.records.list({ smallJobId, citizenId, state }, pageRequest(query), actor);
    return toPage(page, (record) => toAgreement(record, actor));
  }

  @Get(':id')
  @Roles(...KEY_HOLDERS)
  @Operation({ summary: 'En aftale', answer: AgreementResponse, problems: ['agreement.not-found'] })
  async show(@Id() id: string, @CurrentActor() actor: Actor): Promise<AgreementResponse> {
    return toAgreement(await this.records.show(id, actor), actor);
  }

  @Patch(':id')
  @Roles(...STAFF)
  @Operation({
    summary: 'Ret en aftale, som ikke alle har skrevet under på',
    description: 'Det hele sendes igen. De underskrifter, der er, falder væk: de gjaldt noget andet.',
    answer: AgreementResponse,
    problems: [
      'agreement.not-found',
      'agreement.wrong-state',
      'agreement.no-paid-hours',
      'agreement.same-task-paid-and-unpaid',
      'agreement.slots-overlap',
      'agreement.break-too-long',
      'agreement.dates-invalid',
    ],
  })
  async revise(
    @Id() id: string,
    @Body() body: ReviseAgreementBody,
    @CurrentActor() actor: Actor,
  ): Promise<AgreementResponse> {
    const agreement = await this.revising.execute(id, body, actor);
    return toAgreement({ agreement, person: null }, actor);
  }

  @Post(':id/follow-ups')
  @Roles(...STAFF)
  @Operation({
    summary: 'Læg en opfølgning, eller den sædvanlige plan',
    description:
      'Hver opfølgning er en opgave til den faste kontaktperson. Svarer med dem, der blev lagt nu.',
    answer: Listed(TaskResponse),
    problems: ['agreement.not-found', 'agreement.wrong-state', 'agreement.follow-up-in-past'],
  })
  async followUp(
    @Id() id: string,
    @Body() body: FollowUpBody,
    @CurrentActor() actor: Actor,
  ): Promise<{ items: TaskResponse[] }> {
    const planned = await this.followUps.execute(id, wantedOf(body), actor);
    return { items: planned.map(toTask) };
  }

  @Post(':id/sign')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Skriv under',
    description:
      'En medarbejder kan skrive enhver parts underskrift ned; et firma kun sin egen. Den tredje lægger vagterne.',
    answer: AgreementResponse,
    problems: [
      'agreement.not-found',
      'agreement.sign-for-other',
      'agreement.wrong-state',
      'agreement.already-signed',
      'shift.overlap',
    ],
  })
  async sign(
    @Id() id: string,
    @Body() { party }: SignAgreementBody,
    @CurrentActor() actor: Actor,
  ): Promise<AgreementResponse> {
    await this.signing.execute(id, party, actor);
    return this.show(id, actor);
  }

  @Post(':id/hours')
  @Roles(...STAFF)
  @Operation({
    summary: 'Andre timer fra en dag; vagterne fra den dag lægges om',
    answer: AgreementResponse,
    problems: [
      'agreement.not-found',
      'agreement.wrong-state',
      'agreement.dates-invalid',
      'agreement.no-paid-hours',
      'agreement.slots-overlap',
      'agreement.break-too-long',
      'shift.overlap',
    ],
  })
  async hours(
    @Id() id: string,
    @Body() body: ChangeHoursBody,
    @CurrentActor() actor: Actor,
  ): Promise<AgreementResponse> {
    const agreement = await this.changing.execute(id, body, actor);
    return toAgreement({ agreement, person: null }, actor);
  }

  @Post(':id/end')
  @Roles(...STAFF)
  @Operation({
    summary: 'Aftalen slutter; kommende vagter falder væk, og pladsen er fri',
    answer: AgreementResponse,
    problems: ['agreement.not-found', 'agreement.wrong-state'],
  })
  async end(
    @Id() id: string,
    @Body() body: EndAgreementBody,
    @CurrentActor() actor: Actor,
  ): Promise<AgreementResponse> {
    const agreement = await this.ending.execute(id, body, actor);
    return toAgreement({ agreement, person: null }, actor);
  }
}

import { Body, Get, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '#domain';
import { ChangeCitizen, CitizenRecords, RegisterCitizen } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { Paged, pageRequest, toPage, type PageResponse } from '../../http/page.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { withoutNulls } from '../small-jobs/without-nulls.js';
import { ChangeCitizenBody, CitizenQuery, PostCitizenBody } from './citizens.requests.js';
import { CitizenResponse, toCitizen } from './citizens.responses.js';
import { readCpr } from '../../http/cpr.js';

@Area('citizens', 'Borgere')
export class CitizensController {
  constructor(
    private readonly citizens: CitizenRecords,
    private readonly registerCitizen: RegisterCitizen,
    private readonly changeCitizen: ChangeCitizen,
  ) {}

  @Post()
  @Roles(...STAFF, 'integration')
  @Operation({
    summary: 'Opret en borger',
    description: 'Ønsker, evner og grænser; der findes intet felt til diagnoser. Ukendte felter afvises.',
    answer: CitizenResponse,
    status: 201,
    problems: [
      'citizen.cpr-invalid',
      'citizen.channel-unreachable',
      'citizen.hours-invalid',
      'citizen.window-invalid',
      'citizen.goals-invalid',
      'category.unknown',
      'staff.not-found',
    ],
  })
  async post(
    @Body() { cpr, ...body }: PostCitizenBody,
    @CurrentActor() actor: Actor,
  ): Promise<CitizenResponse> {
    const input = { ...withoutNulls(body), ...(cpr && { cpr: readCpr(cpr) }) };
    return toCitizen(await this.registerCitizen.execute(input, actor), actor);
  }

  @Get()
  @Roles(...STAFF, 'integration')
  @Operation({
    summary: 'Kommunens borgere',
    description: 'Hvert opslag skrives i loggen over, hvem der har set hvem.',
    answer: Paged(CitizenResponse),
    problems: ['access-log.unavailable'],
  })
  async list(
    @Query() query: CitizenQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PageResponse<CitizenResponse>> {
    const filter = query.brokerId ? { brokerId: query.brokerId } : {};
    return toPage(await this.citizens.list(filter, pageRequest(query), actor), (citizen) =>
      toCitizen(citizen, actor),
    );
  }

  @Get(':id')
  @Roles(...STAFF, 'integration')
  @Operation({
    summary: 'En borger',
    answer: CitizenResponse,
    problems: ['citizen.not-found', 'access-log.unavailable'],
  })
  async show(@Id() id: string, @CurrentActor() actor: Actor): Promise<CitizenResponse> {
    return toCitizen(await this.citizens.show(id, actor), actor);
  }

  @Patch(':id')
  @Roles(...STAFF)
  @Operation({
    summary: 'Ret en borger',
    description:
      'Kun det, der sendes, ændres; `hours`, `reach` og `limits` flettes, lister erstattes, null fjerner. En anden `brokerId` er et skift, som bliver stående med grunden `other`; sig hellere hvorfor på `/citizens/{id}/broker`.',
    answer: CitizenResponse,
    problems: [
      'citizen.not-found',
      'citizen.cpr-invalid',
      'citizen.channel-unreachable',
      'citizen.hours-invalid',
      'citizen.window-invalid',
      'citizen.goals-invalid',
      'category.unknown',
      'staff.not-found',
      'contact.no-phone',
      'access-log.unavailable',
    ],
  })
  async change(
    @Id() id: string,
    @Body() { cpr, ...change }: ChangeCitizenBody,
    @CurrentActor() actor: Actor,
  ): Promise<CitizenResponse> {
    const input = { ...change, ...(cpr && { cpr: readCpr(cpr) }) };
    return toCitizen(await this.changeCitizen.execute(id, input, actor), actor);
  }
}

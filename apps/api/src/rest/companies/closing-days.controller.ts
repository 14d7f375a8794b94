import { Body, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '#domain';
import { CloseCompanyDays, CompanyRecords } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { Paged, pageOfAll, PageQuery, type PageResponse } from '../../http/page.js';
import { CurrentActor, KEY_HOLDERS, Roles, STAFF } from '../../http/roles.js';
import { PostClosingDaysBody } from './companies.requests.js';
import { ClosingDaysResponse, PostedClosingDaysResponse, toClosingDays } from './companies.responses.js';

@Area('companies/:id/closing-days', 'Lukkedage')
export class ClosingDaysController {
  constructor(
    private readonly companies: CompanyRecords,
    private readonly closeDays: CloseCompanyDays,
  ) {}

  @Post()
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Hold lukket nogle dage',
    description: 'Planlagte vagter de dage aflyses, og alle får besked.',
    answer: PostedClosingDaysResponse,
    status: 201,
    problems: ['company.not-found', 'company.closing-days-invalid'],
  })
  async post(
    @Id() id: string,
    @Body() { from, to, reason }: PostClosingDaysBody,
    @CurrentActor() actor: Actor,
  ): Promise<PostedClosingDaysResponse> {
    const input = { from, to, ...(reason && { reason }) };
    const { closingDays, cancelled } = await this.closeDays.execute(id, input, actor);
    return { ...toClosingDays(closingDays), cancelledShifts: cancelled };
  }

  @Get()
  @Roles(...KEY_HOLDERS)
  @Operation({
    summary: 'Dage, firmaet holder lukket',
    answer: Paged(ClosingDaysResponse),
    problems: ['company.not-found'],
  })
  async list(
    @Id() id: string,
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PageResponse<ClosingDaysResponse>> {
    return pageOfAll(await this.companies.closingDays(id, actor), query, toClosingDays);
  }
}

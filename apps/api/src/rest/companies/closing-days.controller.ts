import { Body, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '#domain';
import { CloseCompanyDays, ClosingCalendar, CompanyRecords, ReopenCompanyDays } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { Paged, pageOfAll, PageQuery, type PageResponse } from '../../http/page.js';
import { CurrentActor, KEY_HOLDERS, Roles, STAFF } from '../../http/roles.js';
import { ClosingPreviewQuery, PostClosingDaysBody } from './companies.requests.js';
import {
  ClosingCalendarResponse,
  PlannedThereResponse,
  ReopenedResponse,
  toClosingCalendar,
} from './closing-days.responses.js';
import { ClosingDaysResponse, PostedClosingDaysResponse, toClosingDays } from './companies.responses.js';

const DAYS_PROBLEMS = [
  'company.closing-days-invalid',
  'company.closing-days-past',
  'company.closing-days-too-long',
] as const;

@Area('companies/:id/closing-days', 'Lukkedage')
export class ClosingDaysController {
  constructor(
    private readonly companies: CompanyRecords,
    private readonly closeDays: CloseCompanyDays,
    private readonly calendar: ClosingCalendar,
    private readonly reopenDays: ReopenCompanyDays,
  ) {}

  @Post()
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Hold lukket nogle dage',
    description: 'Planlagte vagter de dage aflyses, og alle får besked. De samme dage igen ændrer intet.',
    answer: PostedClosingDaysResponse,
    status: 201,
    problems: ['company.not-found', ...DAYS_PROBLEMS],
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

  @Get('calendar')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'De næste tolv måneder: helligdage, lukkedage og dage, mange holder lukket',
    answer: ClosingCalendarResponse,
    problems: ['company.not-found'],
  })
  async showCalendar(@Id() id: string, @CurrentActor() actor: Actor): Promise<ClosingCalendarResponse> {
    return toClosingCalendar(await this.calendar.show(id, actor));
  }

  @Get('preview')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Hvor mange vagter der ville blive aflyst',
    description: 'Ændrer intet.',
    answer: PlannedThereResponse,
    problems: ['company.not-found', ...DAYS_PROBLEMS],
  })
  async preview(
    @Id() id: string,
    @Query() { from, to }: ClosingPreviewQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PlannedThereResponse> {
    const { shifts, people } = await this.calendar.preview(id, { from, to }, actor);
    return { shifts, people };
  }

  @Post(':closingDaysId/take-back')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Fortryd lukkedage, før de begynder',
    description:
      'Aflyste vagter kommer på planen igen, så vidt de stadig er aftalt, og borgerne får besked. Er der under to døgn til, er det for sent.',
    answer: ReopenedResponse,
    problems: ['company.not-found', 'company.closing-days-not-found', 'company.closing-days-too-late'],
  })
  async takeBack(
    @Id() id: string,
    @Id('closingDaysId') closingDaysId: string,
    @CurrentActor() actor: Actor,
  ): Promise<ReopenedResponse> {
    const { closingDays, backOn, leftOut } = await this.reopenDays.execute(id, closingDaysId, actor);
    return { ...toClosingDays(closingDays), backOn, leftOut };
  }
}

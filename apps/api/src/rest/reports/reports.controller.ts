import { Get, Query, StreamableFile } from '@nestjs/common';
import type { Actor } from '#domain';
import { ShowForgotten, ShowSpread } from '#use-cases';
import { Area, Operation } from '../../http/operation.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { forgottenFile } from './forgotten-file.js';
import { ForgottenReportResponse, toForgottenReport } from './forgotten-report.responses.js';
import { ForgottenQuery } from './reports.requests.js';
import { SpreadReportResponse, toSpreadReport } from './spread-report.responses.js';

@Area('reports', 'Rapporter')
export class ReportsController {
  constructor(
    private readonly spread: ShowSpread,
    private readonly forgotten: ShowForgotten,
  ) {}

  @Get('spread')
  @Roles(...STAFF)
  @Operation({
    summary: 'Hvordan de første pladser fordeler sig på borgerne, rå og spredt side om side',
    description: 'For den styrke, kommunen bruger, og for andre at vælge imellem. Ingen navne.',
    answer: SpreadReportResponse,
    problems: ['access-log.unavailable'],
  })
  async ofSpread(@CurrentActor() actor: Actor): Promise<SpreadReportResponse> {
    return toSpreadReport(await this.spread.execute(actor));
  }

  @Get('forgotten')
  @Roles(...STAFF)
  @Operation({
    summary: 'Hvem der har sagt ja og ikke er foreslået længe, og hvad der står i vejen',
    description:
      'Kun for kommunen. Den, der har et spørgsmål, et tilbud eller en aftale i gang, er ikke med. `format=csv` giver én tabel som fil.',
    answer: ForgottenReportResponse,
    produces: ['text/csv'],
    problems: ['access-log.unavailable'],
  })
  async ofForgotten(
    @Query() { days, format, table }: ForgottenQuery,
    @CurrentActor() actor: Actor,
  ): Promise<ForgottenReportResponse | StreamableFile> {
    const report = await this.forgotten.execute({ days }, actor);
    if (format === 'json') return toForgottenReport(report);
    const content = Buffer.from(forgottenFile(report, table), 'utf8');
    return new StreamableFile(content, {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="ikke-foreslaaet-${table}.csv"`,
      length: content.length,
    });
  }
}

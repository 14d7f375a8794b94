import { Get, Query, type StreamableFile } from '@nestjs/common';
import type { Actor } from '#domain';
import {
  forOutside,
  ReportAttendance,
  ReportCaseloads,
  ReportContactChanges,
  ReportMonitoring,
  ReportPaidHours,
  ShowForgotten,
  ShowSpread,
} from '#use-cases';
import { Area, Operation } from '../../http/operation.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { answerReport, asFiles } from './answer-report.js';
import { AttendanceReportResponse, toAttendanceReport } from './attendance-report.responses.js';
import { CaseloadReportResponse, toCaseloadReport } from './caseload-report.responses.js';
import { ContactChangesReportResponse, toContactChangesReport } from './contact-changes-report.responses.js';
import {
  attendanceTable,
  caseloadTable,
  contactChangesTable,
  forgottenTables,
  monitoringTable,
  paidHoursTable,
  spreadTable,
} from './figures-tables.js';
import { ForgottenReportResponse, toForgottenReport } from './forgotten-report.responses.js';
import { MonitoringReportResponse, toMonitoringReport } from './monitoring-report.responses.js';
import { PaidHoursReportResponse, toPaidHoursReport } from './paid-hours-report.responses.js';
import { ForgottenQuery, ReportQuery } from './reports.requests.js';
import { SpreadReportResponse, toSpreadReport } from './spread-report.responses.js';

@Area('reports', 'Rapporter')
export class ReportsController {
  constructor(
    private readonly spread: ShowSpread,
    private readonly forgotten: ShowForgotten,
    private readonly paidHours: ReportPaidHours,
    private readonly attendance: ReportAttendance,
    private readonly changes: ReportContactChanges,
    private readonly caseloads: ReportCaseloads,
    private readonly monitoring: ReportMonitoring,
  ) {}

  @Get('paid-hours')
  @Roles(...STAFF)
  @Operation({
    summary: 'Lønnede og ulønnede timer pr. uge, hver for sig',
    description: 'Vagter, der er slut. Uden dage: de sidste tolv uger.',
    answer: PaidHoursReportResponse,
    produces: asFiles,
    problems: ['report.dates-invalid'],
  })
  async ofPaidHours(
    @Query() { format, ...span }: ReportQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PaidHoursReportResponse | StreamableFile> {
    const report = await this.paidHours.execute(span, actor);
    return answerReport(format, report, { json: toPaidHoursReport, table: paidHoursTable });
  }

  @Get('no-shows')
  @Roles(...STAFF)
  @Operation({
    summary: 'Hvordan vagterne gik, pr. måned',
    description: 'Kun antal. Tavshed er ikke fravær. Uden dage: et år.',
    answer: AttendanceReportResponse,
    produces: asFiles,
    problems: ['report.dates-invalid'],
  })
  async ofAttendance(
    @Query() { format, ...span }: ReportQuery,
    @CurrentActor() actor: Actor,
  ): Promise<AttendanceReportResponse | StreamableFile> {
    const report = await this.attendance.execute(span, actor);
    return answerReport(format, report, { json: toAttendanceReport, table: attendanceTable });
  }

  @Get('contacts')
  @Roles(...STAFF)
  @Operation({
    summary: 'Skift af kontaktperson, og hvorfor',
    description: 'Uden dage: et år.',
    answer: ContactChangesReportResponse,
    produces: asFiles,
    problems: ['report.dates-invalid', 'access-log.unavailable'],
  })
  async ofContacts(
    @Query() { format, ...span }: ReportQuery,
    @CurrentActor() actor: Actor,
  ): Promise<ContactChangesReportResponse | StreamableFile> {
    const report = await this.changes.execute(span, actor);
    return answerReport(format, report, { json: toContactChangesReport, table: contactChangesTable });
  }

  @Get('caseload')
  @Roles(...STAFF)
  @Operation({
    summary: 'Hvor mange borgere hver medarbejder følger, med mål og grænse',
    description: 'Som det er nu, efter navn: til at fordele arbejdet efter.',
    answer: CaseloadReportResponse,
    produces: asFiles,
  })
  async ofCaseloads(
    @Query() { format }: ReportQuery,
    @CurrentActor() actor: Actor,
  ): Promise<CaseloadReportResponse | StreamableFile> {
    const report = await this.caseloads.execute(actor);
    return answerReport(format, report, { json: toCaseloadReport, table: caseloadTable });
  }

  @Get('monitoring')
  @Roles(...STAFF)
  @Operation({
    summary: 'Overvågningstabellen: indikatorer år for år',
    description:
      'Til brug uden for huset: tal om færre end fem borgere siges ikke. Uden dage: fire år. Hele år, også når dagene ligger inde i dem.',
    answer: MonitoringReportResponse,
    produces: asFiles,
    problems: ['report.dates-invalid'],
  })
  async ofMonitoring(
    @Query() { format, ...span }: ReportQuery,
    @CurrentActor() actor: Actor,
  ): Promise<MonitoringReportResponse | StreamableFile> {
    const report = forOutside(await this.monitoring.execute(span, actor));
    return answerReport(format, report, { json: toMonitoringReport, table: monitoringTable });
  }

  @Get('spread')
  @Roles(...STAFF)
  @Operation({
    summary: 'Hvordan de første pladser fordeler sig på borgerne, rå og spredt side om side',
    description: 'For den styrke, kommunen bruger, og for andre at vælge imellem. Ingen navne.',
    answer: SpreadReportResponse,
    produces: asFiles,
    problems: ['access-log.unavailable'],
  })
  async ofSpread(
    @Query() { format }: ReportQuery,
    @CurrentActor() actor: Actor,
  ): Promise<SpreadReportResponse | StreamableFile> {
    const report = await this.spread.execute(actor);
    return answerReport(format, report, { json: toSpreadReport, table: spreadTable });
  }

  @Get('forgotten')
  @Roles(...STAFF)
  @Operation({
    summary: 'Hvem der har sagt ja og ikke er foreslået længe, og hvad der står i vejen',
    description:
      'Kun for kommunen. Den, der har et spørgsmål, et tilbud eller en aftale i gang, er ikke med. En fil har én af tabellerne.',
    answer: ForgottenReportResponse,
    produces: asFiles,
    problems: ['access-log.unavailable'],
  })
  async ofForgotten(
    @Query() { days, format, table }: ForgottenQuery,
    @CurrentActor() actor: Actor,
  ): Promise<ForgottenReportResponse | StreamableFile> {
    const report = await this.forgotten.execute({ days }, actor);
    return answerReport(format, report, { json: toForgottenReport, table: forgottenTables[table] });
  }
}

import { Body, Get, Put, Query, type StreamableFile } from '@nestjs/common';
import type { Actor } from '#domain';
import {
  EnterFigure,
  ListPeopleWithHours,
  ListWaiting,
  ReportLateness,
  ReportPlacements,
  ReportRules,
  ShowFigures,
} from '#use-cases';
import { toCursor } from '../../http/cursor.js';
import { Area, Operation } from '../../http/operation.js';
import { pageRequest } from '../../http/page.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { answerReport, asFiles } from './answer-report.js';
import {
  figuresTable,
  hoursGoalTable,
  latenessTable,
  placementsTable,
  rulesTable,
  waitingTable,
} from './figures-tables.js';
import { EnteredFigureBody, HoursGoalQuery, WaitingQuery } from './figures.requests.js';
import {
  FiguresResponse,
  HoursGoalReportResponse,
  toFigures,
  toHoursGoalReport,
  toWaitingReport,
  WaitingReportResponse,
} from './figures.responses.js';
import { LatenessReportResponse, toLatenessReport } from './lateness-report.responses.js';
import { PlacementsReportResponse, toPlacementsReport } from './placements-report.responses.js';
import { ReportQuery } from './reports.requests.js';
import { RulesReportResponse, toRulesReport } from './rules-report.responses.js';

/** What a leader sees this morning, and the lists behind it. */
@Area('reports', 'Rapporter')
export class FiguresController {
  constructor(
    private readonly figures: ShowFigures,
    private readonly people: ListPeopleWithHours,
    private readonly waiting: ListWaiting,
    private readonly lateness: ReportLateness,
    private readonly placements: ReportPlacements,
    private readonly rules: ReportRules,
    private readonly enterFigure: EnterFigure,
  ) {}

  @Get('figures')
  @Roles('leader')
  @Operation({
    summary: 'Tallene nu',
    description: 'Alt er talt på samme tid, efter databasens ur. Ingen navne.',
    answer: FiguresResponse,
    produces: asFiles,
    problems: ['access-log.unavailable'],
  })
  async ofNow(
    @Query() { format }: ReportQuery,
    @CurrentActor() actor: Actor,
  ): Promise<FiguresResponse | StreamableFile> {
    return answerReport(format, await this.figures.execute(actor), { json: toFigures, table: figuresTable });
  }

  @Get('hours-goal')
  @Roles(...STAFF)
  @Operation({
    summary: 'Hvem der har nået månedens løntimer, og hvem der er på vej',
    answer: HoursGoalReportResponse,
    produces: asFiles,
    problems: ['access-log.unavailable'],
  })
  async ofGoal(
    @Query() { format, month, show }: HoursGoalQuery,
    @CurrentActor() actor: Actor,
  ): Promise<HoursGoalReportResponse | StreamableFile> {
    // One line for each person in work: as many as a file can have, and no more than a municipality has.
    const report = await this.people.execute({ month, show, limit: MOST_ROWS }, actor);
    return answerReport(format, report, { json: toHoursGoalReport, table: hoursGoalTable });
  }

  @Get('waiting')
  @Roles(...STAFF)
  @Operation({
    summary: 'Hvem der har sagt ja og venter, længst først',
    answer: WaitingReportResponse,
    produces: asFiles,
    problems: ['access-log.unavailable'],
  })
  async ofWaiting(
    @Query() query: WaitingQuery,
    @CurrentActor() actor: Actor,
  ): Promise<WaitingReportResponse | StreamableFile> {
    const { onlyForgotten, format } = query;
    // A file that stops in the middle would be taken for all of them.
    const asked = format === 'json' ? pageRequest(query) : { limit: MOST_ROWS };
    const page = await this.waiting.execute({ onlyForgotten, ...asked }, actor);
    return answerReport(format, page, {
      json: (report) => toWaitingReport(report, report.next === null ? null : toCursor(report.next)),
      table: waitingTable,
    });
  }

  @Get('lateness')
  @Roles(...STAFF)
  @Operation({
    summary: 'Hvor længe sager om nogen, der mangler, venter på et menneske',
    description: 'Per team og aldrig per medarbejder.',
    answer: LatenessReportResponse,
    produces: asFiles,
    problems: ['access-log.unavailable'],
  })
  async ofLateness(
    @Query() { format }: ReportQuery,
    @CurrentActor() actor: Actor,
  ): Promise<LatenessReportResponse | StreamableFile> {
    const report = await this.lateness.execute(actor);
    return answerReport(format, report, { json: toLatenessReport, table: latenessTable });
  }

  @Get('placements')
  @Roles(...STAFF)
  @Operation({
    summary: 'Forløb med ulønnede timer pr. virksomhed, og om de bliver til løntimer',
    answer: PlacementsReportResponse,
    produces: asFiles,
  })
  async ofPlacements(
    @Query() { format }: ReportQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PlacementsReportResponse | StreamableFile> {
    const report = await this.placements.execute(actor);
    return answerReport(format, report, { json: toPlacementsReport, table: placementsTable });
  }

  @Get('rules')
  @Roles(...STAFF)
  @Operation({
    summary: 'Hvilke regler der holder flest borgere ude af de åbne småjobs',
    answer: RulesReportResponse,
    produces: asFiles,
    problems: ['access-log.unavailable'],
  })
  async ofRules(
    @Query() { format }: ReportQuery,
    @CurrentActor() actor: Actor,
  ): Promise<RulesReportResponse | StreamableFile> {
    const report = await this.rules.execute(actor);
    return answerReport(format, report, { json: toRulesReport, table: rulesTable });
  }

  @Put('monitoring/figures')
  @Roles('leader')
  @Operation({
    summary: 'Skriv et tal i overvågningstabellen, som systemet ikke selv kan kende',
    description: 'Skrevet igen tager det det førstes plads.',
    problems: ['figures.wrong-year'],
  })
  async enter(@Body() body: EnteredFigureBody, @CurrentActor() actor: Actor): Promise<void> {
    await this.enterFigure.execute(body, actor);
  }
}

const MOST_ROWS = 100_000;

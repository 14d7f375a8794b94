import { Body, Delete, Get, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Actor } from '#domain';
import { readTable } from '#spreadsheets';
import {
  BeginImport,
  ChooseImportColumns,
  CorrectImportRow,
  DiscardImport,
  ShowImport,
  StartImport,
} from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { unlessTooLarge } from '../../http/imports/unless-too-large.js';
import { Area, Id, Operation } from '../../http/operation.js';
import { Paged, pageRequest, PageQuery, toPage, type PageResponse } from '../../http/page.js';
import { HttpProblem } from '../../http/problem.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { FILE_TYPES } from '../../http/uploads.js';
import {
  ImportColumnsBody,
  ImportRowBody,
  ImportRowsQuery,
  LoadImportBody,
  PostImportQuery,
} from './imports.requests.js';
import {
  ImportDetailsResponse,
  ImportResponse,
  ImportRowResponse,
  toImport,
  toImportDetails,
  toImportRow,
} from './imports.responses.js';

const OPEN_PROBLEMS = ['import.not-found', 'import.rows-forgotten', 'import.wrong-state'] as const;

@Area('imports', 'Indlæsning fra fil')
export class ImportsController {
  constructor(
    private readonly begin: BeginImport,
    private readonly imports: ShowImport,
    private readonly chooseColumns: ChooseImportColumns,
    private readonly correctRow: CorrectImportRow,
    private readonly start: StartImport,
    private readonly discard: DiscardImport,
  ) {}

  @Post()
  @Roles(...STAFF, 'integration')
  @ApiConsumes(...FILE_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' }, description: 'Filens bytes.' })
  @Operation({
    summary: 'Send en fil med borgere, firmaer eller småjob',
    description:
      'CSV (UTF-8 eller Windows-1252, `;` eller `,`) eller XLSX; højst 5 MB, 5.000 rækker og 60 kolonner, overskrifter i første række. Intet indlæses endnu: svaret er en prøve, som kan ses igennem og rettes.',
    answer: ImportDetailsResponse,
    status: 201,
    problems: [
      'media-type',
      'too-large',
      'import.file-type',
      'import.file-unreadable',
      'import.file-too-large',
      'import.file-empty',
      'import.too-many-rows',
      'import.too-many-columns',
    ],
  })
  async post(
    @Query() { kind }: PostImportQuery,
    @Req() { upload }: FastifyRequest,
    @CurrentActor() actor: Actor,
  ): Promise<ImportDetailsResponse> {
    if (!upload) throw new HttpProblem('media-type');
    const table = await readTable(unlessTooLarge(upload));
    const { id } = await this.begin.execute({ kind, fileName: '', table }, actor);
    return this.show(id, new ImportRowsQuery(), actor);
  }

  @Get()
  @Roles(...STAFF, 'integration')
  @Operation({ summary: 'Filer, der er hentet', answer: Paged(ImportResponse) })
  async list(@Query() query: PageQuery, @CurrentActor() actor: Actor): Promise<PageResponse<ImportResponse>> {
    return toPage(await this.imports.list(pageRequest(query), actor), toImport);
  }

  @Get(':id')
  @Roles(...STAFF, 'integration')
  @Operation({
    summary: 'En fil med dens rækker, og hvad der ville ske med hver',
    answer: ImportDetailsResponse,
    problems: ['import.not-found', 'access-log.unavailable'],
  })
  async show(
    @Id() id: string,
    @Query() query: ImportRowsQuery,
    @CurrentActor() actor: Actor,
  ): Promise<ImportDetailsResponse> {
    const { limit, afterLine, outcome } = query;
    const wish = { limit, ...(afterLine && { afterLine }), ...(outcome && { outcome }) };
    return toImportDetails(await this.imports.execute(id, wish, actor));
  }

  @Put(':id/columns')
  @Roles(...STAFF, 'integration')
  @Operation({
    summary: 'Sig, hvad kolonnerne er',
    answer: ImportResponse,
    problems: [...OPEN_PROBLEMS, 'import.columns-invalid'],
  })
  async columns(
    @Id() id: string,
    @Body() { columns }: ImportColumnsBody,
    @CurrentActor() actor: Actor,
  ): Promise<ImportResponse> {
    const fields = columns.map((field) => (field === '' ? null : field));
    return toImport(await this.chooseColumns.execute(id, fields, actor));
  }

  @Put(':id/rows/:rowId')
  @Roles(...STAFF, 'integration')
  @Operation({
    summary: 'Ret celler i en række',
    description: 'Det, der ikke nævnes, bliver, som det er.',
    answer: ImportRowResponse,
    problems: [...OPEN_PROBLEMS, 'import.row-not-found', 'access-log.unavailable'],
  })
  async correct(
    @Id() id: string,
    @Id('rowId') rowId: string,
    @Body() { cells }: ImportRowBody,
    @CurrentActor() actor: Actor,
  ): Promise<ImportRowResponse> {
    await this.correctRow.execute(id, rowId, new Map(cells.map(({ column, text }) => [column, text])), actor);
    const { file, judged } = await this.imports.row(id, rowId, actor);
    return toImportRow(file.kind, judged);
  }

  @Post(':id/load')
  @Roles(...STAFF, 'integration')
  @Operation({
    summary: 'Indlæs de rækker, der er i orden',
    description: 'Sker bagefter, række for række; hver række én gang, hvor mange gange der end bedes om det.',
    answer: ImportResponse,
    problems: [
      'import.not-found',
      'import.rows-forgotten',
      'import.nothing-to-load',
      'import.column-missing',
    ],
  })
  async load(
    @Id() id: string,
    @Body() { updateExisting }: LoadImportBody,
    @CurrentActor() actor: Actor,
  ): Promise<ImportResponse> {
    return toImport(await this.start.execute(id, { updatesExisting: updateExisting ?? false }, actor));
  }

  @Delete(':id')
  @Roles(...STAFF, 'integration')
  @Operation({ summary: 'Smid en fil ud, der ikke er indlæst', problems: [...OPEN_PROBLEMS] })
  async remove(@Id() id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.discard.execute(id, actor);
  }
}

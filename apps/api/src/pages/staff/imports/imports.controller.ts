import { Controller, Get, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { importKinds, type ImportKind } from '#domain';
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
import { oneOf } from '../../../http/fields/index.js';
import { importTemplate, wrongRows } from '../../../http/imports/import-files.js';
import { unlessTooLarge } from '../../../http/imports/unless-too-large.js';
import { Id } from '../../../http/operation.js';
import { HttpProblem } from '../../../http/problem.js';
import { ShapeError } from '../../../http/shape-error.js';
import { fileTypes, tableFile } from '../../../http/tables/table-file.js';
import {
  FormBody,
  noFaults,
  press,
  submit,
  typedText,
  type Faults,
  type Typed,
} from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { importWords as w } from '../../words/desk-import.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { importView, importViews, type ImportViewName } from './import-view.js';
import { IMPORTS, uploadView } from './upload-view.js';

class UploadForm {
  @oneOf(importKinds) slags!: ImportKind;
}

const ON_A_PAGE = 50;
const LATEST = 20;
const NO_FILE = { da: w.mustChooseFile, en: w.mustChooseFile };
const atFile = (code: string) => [`import.${code}`, 'fil'] as const;

/** *Indlæs fra fil*: look through, correct, load. */
@Controller('kommune/indlaes')
export class StaffImportsController {
  constructor(
    private readonly begin: BeginImport,
    private readonly imports: ShowImport,
    private readonly chooseColumns: ChooseImportColumns,
    private readonly correctRow: CorrectImportRow,
    private readonly start: StartImport,
    private readonly discard: DiscardImport,
  ) {}

  @Get()
  @StaffPage()
  ask(@StaffVisit() visit: Visit): Promise<ShownPage> {
    return this.form(visit);
  }

  @Post()
  @StaffPage()
  upload(
    @FormBody() typed: Typed,
    @Req() { upload }: FastifyRequest,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(UploadForm, typed, {
      do: async ({ slags: kind }) => {
        if (!upload) throw new ShapeError([{ path: 'fil', text: NO_FILE }]);
        const table = await readTable(unlessTooLarge(upload));
        const { id } = await this.begin.execute({ kind, fileName: upload.name, table }, visit.actor);
        return seeOther(`${IMPORTS}/${id}`);
      },
      again: (faults) => this.form(visit, typed, faults),
      at: Object.fromEntries(
        [
          'file-unreadable',
          'file-type',
          'file-too-large',
          'file-empty',
          'too-many-rows',
          'too-many-columns',
        ].map(atFile),
      ),
    });
  }

  @Get('skabelon/:navn')
  @StaffPage()
  template(@Param('navn') name: string): Promise<StreamableFile> {
    const [kind, format] = name.split('.');
    const known = importKinds.find((one) => one === kind);
    if (!known || (format !== 'csv' && format !== 'xlsx')) throw new HttpProblem('not-found');
    return tableFile(importTemplate(known), format);
  }

  @Get(':id')
  @StaffPage()
  show(
    @Id() id: string,
    @Query() query: Record<string, unknown>,
    @StaffVisit() visit: Visit,
  ): Promise<ShownPage> {
    return this.page(id, visit, query);
  }

  @Get(':id/fejl.csv')
  @StaffPage()
  async wrong(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<StreamableFile> {
    const shown = await this.imports.execute(id, { outcome: 'wrong', limit: Infinity }, actor);
    const content = Buffer.from(wrongRows(shown), 'utf8');
    return new StreamableFile(content, {
      type: fileTypes.csv,
      disposition: 'attachment; filename="skal-rettes.csv"',
      length: content.length,
    });
  }

  @Post(':id/kolonner')
  @StaffPage()
  columns(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return press({
      do: async () => {
        const places = Object.keys(typed).filter((name) => /^k\d{1,2}$/.test(name)).length;
        const columns = Array.from({ length: places }, (_, at) => typedText(typed, `k${at}`) || null);
        await this.chooseColumns.execute(id, columns, visit.actor);
        return seeOther(`${IMPORTS}/${id}`, 'kolonner');
      },
      again: (faults) => this.page(id, visit, {}, faults),
    });
  }

  @Post(':id/raekker/:rowId')
  @StaffPage()
  correct(
    @Id() id: string,
    @Id('rowId') rowId: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return press({
      do: async () => {
        await this.correctRow.execute(id, rowId, cellsOf(typed), visit.actor);
        return seeOther(`${IMPORTS}/${id}?vis=fejl#r-${rowId}`, 'rettet');
      },
      again: (faults) => this.page(id, visit, { vis: 'fejl' }, faults),
    });
  }

  @Post(':id/indlaes')
  @StaffPage()
  load(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return press({
      do: async () => {
        await this.start.execute(id, { updatesExisting: typedText(typed, 'ret') === 'ja' }, visit.actor);
        return seeOther(`${IMPORTS}/${id}`);
      },
      again: (faults) => this.page(id, visit, {}, faults),
    });
  }

  @Post(':id/smid-ud')
  @StaffPage()
  throwAway(@Id() id: string, @StaffVisit() visit: Visit): Promise<SeeOther | ShownPage> {
    return press({
      do: async () => {
        await this.discard.execute(id, visit.actor);
        return seeOther(IMPORTS, 'smidt-ud');
      },
      again: (faults) => this.page(id, visit, {}, faults),
    });
  }

  private async form({ actor }: Visit, typed: Typed = {}, faults: Faults = noFaults): Promise<ShownPage> {
    return uploadView(await this.imports.latest(LATEST, actor), typed, faults);
  }

  private async page(
    id: string,
    { actor }: Visit,
    query: Record<string, unknown>,
    faults: Faults = noFaults,
  ): Promise<ShownPage> {
    const view = Object.hasOwn(importViews, String(query['vis'])) ? (query['vis'] as ImportViewName) : 'alle';
    const after = /^\d{1,7}$/.test(String(query['efter'])) ? Number(query['efter']) : 0;
    const outcome = importViews[view];
    const wish = { limit: ON_A_PAGE, afterLine: after, ...(outcome && { outcome }) };
    return importView(await this.imports.execute(id, wish, actor), view, after, faults);
  }
}

/** A sealed cell that nothing was written in stays as it is: an empty field there is no correction. */
const cellsOf = (typed: Typed): Map<number, string> =>
  new Map(
    Object.keys(typed)
      .filter((name) => /^c\d{1,2}$/.test(name))
      .filter((name) => typed[`${name}-skjult`] === undefined || typedText(typed, name).trim() !== '')
      .map((name) => [Number(name.slice(1)), typedText(typed, name)]),
  );

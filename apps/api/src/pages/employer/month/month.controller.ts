import { Controller, Get, Header, Post, Query, StreamableFile, UseFilters } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { ConfirmMonth, MonthRecords, SayNotHere } from '#use-cases';
import { int, text } from '../../../http/fields/index.js';
import { Month, MONTH } from '../../../http/month-in-path.js';
import { Id } from '../../../http/operation.js';
import { Roles } from '../../../http/roles.js';
import {
  clockTime,
  FormBody,
  press,
  said,
  submit,
  type FieldsOfRefusals,
  type Typed,
} from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { PageFilter } from '../../frame/page.filter.js';
import { monthWords } from '../../words/employer-week.js';
import { EmployerPage, Visit, type CompanyVisit } from '../employer-page.js';
import { ofTheRow, type SentRow } from './correction-view.js';
import { monthFile } from './month-file.js';
import { monthPage, monthView } from './month-view.js';

const VERSION = '6c7d8e9f0a2b-1x2y3z4';

class AllForm {
  @text({ max: 20_000, example: VERSION }) version!: string;
}
class RightForm {
  @text({ max: 100, example: VERSION }) version!: string;
}
class CorrectionForm {
  @text({ max: 100, example: VERSION }) version!: string;
  @clockTime({ example: '08:10' }) arrived!: string;
  @clockTime({ example: '12:00' }) left!: string;
  @int({ min: 0, max: 720, example: 15 }) breakMinutes!: number;
}

/** *Timer*: the month filled in, *Stemmer* for all or for one, *Ret* for one, on paper and as a file. */
@Controller('firma/timer')
export class MonthController {
  constructor(
    private readonly months: MonthRecords,
    private readonly confirmMonth: ConfirmMonth,
    private readonly sayNotHere: SayNotHere,
  ) {}

  @Get()
  @EmployerPage()
  month(@Query('maaned') month: unknown, @Visit() visit: CompanyVisit): Promise<ShownPage> {
    return this.show(typeof month === 'string' && MONTH.test(month) ? month : undefined, visit);
  }

  @Get(':month/fil')
  @Roles('employer')
  @UseFilters(PageFilter)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  async file(
    @Month() month: string,
    @Visit() { companyId, actor, language }: CompanyVisit,
  ): Promise<StreamableFile> {
    const record = await this.months.show(companyId, month, actor);
    const content = Buffer.from(monthFile(record, language), 'utf8');
    return new StreamableFile(content, {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${monthWords[language].fileName(month)}"`,
      length: content.length,
    });
  }

  @Post(':month')
  @EmployerPage()
  all(
    @Month() month: string,
    @FormBody() typed: Typed,
    @Visit() visit: CompanyVisit,
  ): Promise<SeeOther | ShownPage> {
    return submit(AllForm, typed, {
      do: async ({ version }) => {
        await this.confirm(month, { version, corrections: [] }, visit);
        return seeOther(monthPath(month), 'stemmer');
      },
      again: (faults) => this.show(month, visit, { faults }),
      at: refusals,
    });
  }

  @Post(':month/:id/stemmer')
  @EmployerPage()
  right(
    @Month() month: string,
    @Id() id: string,
    @FormBody() typed: Typed,
    @Visit() visit: CompanyVisit,
  ): Promise<SeeOther | ShownPage> {
    return submit(RightForm, typed, {
      do: async ({ version }) => {
        await this.confirm(month, { version, corrections: [] }, visit);
        return seeOther(monthPath(month, id));
      },
      again: (faults) => this.show(month, visit, { faults, pressed: id }),
      at: refusals,
    });
  }

  @Post(':month/:id/ret')
  @EmployerPage()
  correct(
    @Month() month: string,
    @Id() id: string,
    @FormBody() typed: Typed,
    @Visit() visit: CompanyVisit,
  ): Promise<SeeOther | ShownPage> {
    return submit(CorrectionForm, ofTheRow(typed), {
      do: async ({ version, ...times }) => {
        await this.confirm(month, { version, corrections: [{ shiftId: id, ...times }] }, visit);
        return seeOther(monthPath(month, id));
      },
      again: (faults) => this.show(month, visit, { faults, shiftId: id, typed }),
      at: refusals,
    });
  }

  @Post(':month/:id/ikke')
  @EmployerPage()
  notHere(
    @Month() month: string,
    @Id() id: string,
    @Visit() visit: CompanyVisit,
  ): Promise<SeeOther | ShownPage> {
    return press({
      do: async () => {
        await this.sayNotHere.execute(id, visit.actor);
        return seeOther(monthPath(month, id), 'ikke-her');
      },
      again: (faults) => this.show(month, visit, { faults, pressed: id }),
      at: refusals,
    });
  }

  private confirm(
    month: string,
    input: Parameters<ConfirmMonth['execute']>[2],
    { companyId, actor }: CompanyVisit,
  ): Promise<unknown> {
    return this.confirmMonth.execute(companyId, month, input, actor);
  }

  private async show(
    month: string | undefined,
    { companyId, actor, language, contact }: CompanyVisit,
    sent?: SentRow,
  ): Promise<ShownPage> {
    const record = await this.months.show(companyId, month, actor);
    return monthPage({
      title: monthWords[language].tab,
      wide: true,
      messages: { stemmer: monthWords[language].said, 'ikke-her': monthWords[language].saidNotHere },
      ...monthView({ record, language, contact, ...(sent && { sent }) }),
    });
  }
}

const monthPath = (month: string, shiftId?: string): string =>
  `/firma/timer?maaned=${month}${shiftId === undefined ? '' : `#vagt-${shiftId}`}`;

const refusals: FieldsOfRefusals = {
  'month.changed': said(monthWords, (w) => w.changed),
  'shift.wrong-state': said(monthWords, (w) => w.changed),
  'shift.already-confirmed': said(monthWords, (w) => w.alreadyConfirmed),
  'shift.times-invalid': said(monthWords, (w) => w.badTimes, 'arrived'),
  'shift.in-future': said(monthWords, (w) => w.inFuture, 'left'),
};

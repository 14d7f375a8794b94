import { Controller, Get, Header, Post, Query, StreamableFile, UseFilters } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { heardWays, type HeardWay } from '#domain';
import { ConfirmMonth, MonthRecords, MonthsToConfirm, SayNotHere } from '#use-cases';
import { int, oneOf, text } from '../../../http/fields/index.js';
import { Month, MONTH } from '../../../http/month-in-path.js';
import { Id } from '../../../http/operation.js';
import { Roles, STAFF } from '../../../http/roles.js';
import {
  clockTime,
  FormBody,
  submit,
  typedText,
  type FieldsOfRefusals,
  type Typed,
} from '../../frame/form/index.js';
import { PageFilter } from '../../frame/page.filter.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { ofTheRow, type SentRow } from '../../employer/month/correction-view.js';
import { monthFile } from '../../employer/month/month-file.js';
import { hoursWords as w, staffMonthWords } from '../../words/desk-hours.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { companyMonthPage, companyMonthView } from './company-month-view.js';
import { HOURS, monthsPage, monthsView } from './months-view.js';

const VERSION = '6c7d8e9f0a2b-1x2y3z4';

class HowForm {
  @oneOf(heardWays) hvordan!: HeardWay;
}
class RightForm extends HowForm {
  @text({ max: 20_000, example: VERSION }) version!: string;
}
class CorrectionForm extends RightForm {
  @clockTime({ example: '08:10' }) arrived!: string;
  @clockTime({ example: '12:00' }) left!: string;
  @int({ min: 0, max: 720, example: 15 }) breakMinutes!: number;
}

/** Where a form stood, to come back to it. */
interface OfMonth {
  companyId: string;
  month: string;
  typed: Typed;
}

/** *Timer*: which companies have months to confirm; one of them, confirmed or corrected on its behalf. */
@Controller('kommune/timer')
export class DeskHoursController {
  constructor(
    private readonly toConfirm: MonthsToConfirm,
    private readonly months: MonthRecords,
    private readonly confirmMonth: ConfirmMonth,
    private readonly sayNotHere: SayNotHere,
  ) {}

  @Get()
  @StaffPage()
  async list(@Query('maaned') month: unknown, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    const record = await this.toConfirm.show(monthIn(month), actor);
    return monthsPage({ title: w.tab, wide: true, ...monthsView(record) });
  }

  @Get(':companyId')
  @StaffPage()
  month(
    @Id('companyId') companyId: string,
    @Query('maaned') month: unknown,
    @Query('hvordan') how: unknown,
    @StaffVisit() visit: Visit,
  ): Promise<ShownPage> {
    return this.page(companyId, monthIn(month), howIn(how), visit);
  }

  @Get(':companyId/:month/fil')
  @Roles(...STAFF)
  @UseFilters(PageFilter)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  async file(
    @Id('companyId') companyId: string,
    @Month() month: string,
    @StaffVisit() { actor }: Visit,
  ): Promise<StreamableFile> {
    const content = Buffer.from(monthFile(await this.months.show(companyId, month, actor), 'da'), 'utf8');
    return new StreamableFile(content, {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${staffMonthWords.fileName(month)}"`,
      length: content.length,
    });
  }

  @Post(':companyId/:month')
  @StaffPage()
  all(
    @Id('companyId') companyId: string,
    @Month() month: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return this.right({ companyId, month, typed }, visit);
  }

  @Post(':companyId/:month/:id/stemmer')
  @StaffPage()
  one(
    @Id('companyId') companyId: string,
    @Month() month: string,
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return this.right({ companyId, month, typed }, visit, id);
  }

  @Post(':companyId/:month/:id/ret')
  @StaffPage()
  correct(
    @Id('companyId') companyId: string,
    @Month() month: string,
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(CorrectionForm, ofTheRow(typed), {
      do: async ({ version, hvordan: how, ...times }) => {
        const input = { version, how, corrections: [{ shiftId: id, ...times }] };
        await this.confirmMonth.execute(companyId, month, input, visit.actor);
        return seeOther(monthPath(companyId, month, how, id));
      },
      again: (faults) => this.again({ companyId, month, typed }, { faults, shiftId: id, typed }, visit),
      at: refusals,
    });
  }

  @Post(':companyId/:month/:id/ikke')
  @StaffPage()
  notHere(
    @Id('companyId') companyId: string,
    @Month() month: string,
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(HowForm, typed, {
      do: async ({ hvordan: how }) => {
        await this.sayNotHere.execute(id, visit.actor, { from: 'workplace', how });
        return seeOther(monthPath(companyId, month, how, id), 'ikke-der');
      },
      again: (faults) => this.again({ companyId, month, typed }, { faults, pressed: id }, visit),
      at: refusals,
    });
  }

  /** *Stemmer*, for all that was seen or for one of them. */
  private right(of: OfMonth, visit: Visit, id?: string): Promise<SeeOther | ShownPage> {
    const { companyId, month, typed } = of;
    return submit(RightForm, typed, {
      do: async ({ version, hvordan: how }) => {
        const input = { version, how, corrections: [] };
        await this.confirmMonth.execute(companyId, month, input, visit.actor);
        return seeOther(monthPath(companyId, month, how, id), 'stemmer');
      },
      again: (faults) => this.again(of, { faults, ...(id !== undefined && { pressed: id }) }, visit),
      at: refusals,
    });
  }

  private again({ companyId, month, typed }: OfMonth, sent: SentRow, visit: Visit): Promise<ShownPage> {
    return this.page(companyId, month, howIn(typedText(typed, 'hvordan')), visit, sent);
  }

  private async page(
    companyId: string,
    month: string | undefined,
    how: HeardWay,
    { actor }: Visit,
    sent?: SentRow,
  ): Promise<ShownPage> {
    const record = await this.months.show(companyId, month, actor);
    return companyMonthPage({
      title: w.tab,
      wide: true,
      back: { href: `${HOURS}?maaned=${record.month}`, label: w.back },
      messages: { stemmer: staffMonthWords.said, 'ikke-der': staffMonthWords.saidNotHere },
      ...companyMonthView(record, how, sent),
    });
  }
}

const monthIn = (month: unknown): string | undefined =>
  typeof month === 'string' && MONTH.test(month) ? month : undefined;

/** Companies call. */
const howIn = (how: unknown): HeardWay => heardWays.find((one) => one === how) ?? 'phone';

const monthPath = (companyId: string, month: string, how: HeardWay, shiftId?: string): string => {
  const asked = how === 'phone' ? '' : `&hvordan=${how}`;
  return `${HOURS}/${companyId}?maaned=${month}${asked}${shiftId === undefined ? '' : `#vagt-${shiftId}`}`;
};

const say = (words: string, field = '') => ({ field, text: { da: words, en: words } });

const refusals: FieldsOfRefusals = {
  'month.changed': say(staffMonthWords.changed),
  'shift.wrong-state': say(staffMonthWords.changed),
  'shift.already-confirmed': say(staffMonthWords.alreadyConfirmed),
  'shift.times-invalid': say(staffMonthWords.badTimes, 'arrived'),
  'shift.in-future': say(staffMonthWords.inFuture, 'left'),
};

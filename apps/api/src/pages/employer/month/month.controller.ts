import { Controller, Get, Header, Post, Query, Req, StreamableFile, UseFilters } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { DomainError, localDateOf, Temporal, type Actor } from '#domain';
import { ConfirmMonth, MonthRecords, SayNotHere, type ChangedShift } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { int, text } from '../../../http/fields/index.js';
import { Id } from '../../../http/operation.js';
import { CurrentActor, Roles } from '../../../http/roles.js';
import { Month, MONTH } from '../../../rest/companies/month-in-path.js';
import {
  clockTime,
  FormBody,
  submit,
  type Faults,
  type FieldsOfRefusals,
  type Typed,
} from '../../frame/form/index.js';
import { Page } from '../../frame/html-page.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { PageFilter } from '../../frame/page.filter.js';
import { monthWords } from '../../words/employer-week.js';
import { monthFile } from './month-file.js';
import { monthPage, monthView, type MonthToShow } from './month-view.js';

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
class NothingForm {}

/** *Timer*: the month filled in, *Stemmer* for all or for one, *Ret* for one, on paper and as a file. */
@Controller('firma/timer')
export class MonthController {
  constructor(
    private readonly months: MonthRecords,
    private readonly confirmMonth: ConfirmMonth,
    private readonly sayNotHere: SayNotHere,
  ) {}

  @Get()
  @Roles('employer')
  @Page()
  month(
    @CurrentActor() actor: Actor,
    @Query('maaned') month: unknown,
    @Req() request: FastifyRequest,
  ): Promise<ShownPage> {
    const asked = typeof month === 'string' && MONTH.test(month) ? month : thisMonth();
    return this.show(asked, actor, request);
  }

  @Get(':month/fil')
  @Roles('employer')
  @UseFilters(PageFilter)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  async file(
    @Month() month: string,
    @CurrentActor() actor: Actor,
    @Req() { visitor }: FastifyRequest,
  ): Promise<StreamableFile> {
    const record = await this.months.show(actor.companyId ?? '', month, actor);
    const { language } = visitor!;
    const content = Buffer.from(monthFile(record, language), 'utf8');
    return new StreamableFile(content, {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${monthWords[language].fileName(month)}"`,
      length: content.length,
    });
  }

  @Post(':month')
  @Roles('employer')
  @Page()
  all(
    @Month() month: string,
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    let changed: string[] = [];
    return submit(AllForm, typed, {
      do: async ({ version }) => {
        await this.confirm(month, { version, corrections: [] }, actor).catch((error: unknown) => {
          changed = changedIn(error);
          throw error;
        });
        return seeOther(`/firma/timer?maaned=${month}`, 'stemmer');
      },
      again: (faults) => this.show(month, actor, request, { shiftId: null, typed: {}, faults, changed }),
      at: refusals,
    });
  }

  @Post(':month/:id/stemmer')
  @Roles('employer')
  @Page()
  right(
    @Month() month: string,
    @Id() id: string,
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    return submit(RightForm, typed, {
      do: async ({ version }) => {
        await this.confirm(month, { version, corrections: [] }, actor);
        return seeOther(`/firma/timer?maaned=${month}#vagt-${id}`);
      },
      again: (faults) =>
        this.show(month, actor, request, { shiftId: null, typed: {}, faults, changed: [id] }),
      at: refusals,
    });
  }

  @Post(':month/:id/ret')
  @Roles('employer')
  @Page()
  correct(
    @Month() month: string,
    @Id() id: string,
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    return submit(CorrectionForm, ofTheRow(typed), {
      do: async ({ version, ...times }) => {
        await this.confirm(month, { version, corrections: [{ shiftId: id, ...times }] }, actor);
        return seeOther(`/firma/timer?maaned=${month}#vagt-${id}`);
      },
      again: (faults) => this.show(month, actor, request, { shiftId: id, typed, faults, changed: [] }),
      at: refusals,
    });
  }

  @Post(':month/:id/ikke')
  @Roles('employer')
  @Page()
  notHere(
    @Month() month: string,
    @Id() id: string,
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    return submit(NothingForm, typed, {
      do: async () => {
        await this.sayNotHere.execute(id, actor);
        return seeOther(`/firma/timer?maaned=${month}#vagt-${id}`);
      },
      again: (faults) =>
        this.show(month, actor, request, { shiftId: null, typed: {}, faults, changed: [id] }),
      at: refusals,
    });
  }

  private confirm(
    month: string,
    input: Parameters<ConfirmMonth['execute']>[2],
    actor: Actor,
  ): Promise<unknown> {
    return this.confirmMonth.execute(actor.companyId ?? '', month, input, actor);
  }

  private async show(
    month: string,
    actor: Actor,
    { visitor }: FastifyRequest,
    sent?: { shiftId: string | null; typed: Typed; faults: Faults; changed: string[] },
  ): Promise<ShownPage> {
    const { language, contact } = visitor!;
    const record = await this.months.show(actor.companyId ?? '', month, actor);
    const marked = sent && { sent: { ...sent, changed: new Set(sent.changed) } };
    const shown: MonthToShow = { record, language, contact, ...marked };
    return monthPage({
      title: monthWords[language].tab,
      wide: true,
      messages: { stemmer: monthWords[language].said },
      ...monthView(shown),
    });
  }
}

/** The shifts that are not as they were seen. */
function changedIn(error: unknown): string[] {
  if (!(error instanceof DomainError) || error.code !== 'month.changed') return [];
  const changed = error.details['changed'] as ChangedShift[];
  return changed.flatMap(({ shiftId }) => shiftId ?? []);
}

const thisMonth = (): string => localDateOf(Temporal.Now.instant()).slice(0, 7);

/** The fields of a row are named `arrived-<the end of its id>`. */
const ofTheRow = (typed: Typed): Typed =>
  Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [name.replace(/-[0-9a-f]{12}$/, ''), value]),
  );

const whole = (word: 'changed' | 'alreadyConfirmed' | 'badTimes' | 'inFuture', field = '') => ({
  field,
  text: { da: monthWords.da[word], en: monthWords.en[word] },
});

const refusals: FieldsOfRefusals = {
  'month.changed': whole('changed'),
  'shift.wrong-state': whole('changed'),
  'shift.already-confirmed': whole('alreadyConfirmed'),
  'shift.times-invalid': whole('badTimes', 'arrived'),
  'shift.in-future': whole('inFuture', 'left'),
};

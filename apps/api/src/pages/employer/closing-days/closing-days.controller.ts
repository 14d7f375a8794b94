import { Controller, Get, Post, Query, Req } from '@nestjs/common';
import { DomainError, localDateOf, Temporal, type Actor } from '#domain';
import { CloseCompanyDays, ClosingCalendar, ReopenCompanyDays } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { text } from '../../../http/fields/index.js';
import { Id } from '../../../http/operation.js';
import { CurrentActor, Roles } from '../../../http/roles.js';
import {
  day,
  fault,
  FormBody,
  RefusedForm,
  submit,
  type Faults,
  type FieldsOfRefusals,
  type Typed,
} from '../../frame/form/index.js';
import { Page } from '../../frame/html-page.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { closingWords } from '../../words/employer-week.js';
import { closingDaysPage, closingDaysView, lastDayFrom, surePage, sureView } from './closing-days-view.js';

class ClosingForm {
  @day({ example: '2026-12-24' }) from!: string;
  @day({ example: '2027-01-03' }) to!: string;
  @text({ max: 200, optional: true, example: 'Juleferie' }) reason?: string;
}
class NothingForm {}

const PAGE = '/firma/lukkedage';

/** *Lukkedage*: a suggestion or two dates, what it means, and done. Until two days before it can be taken back. */
@Controller('firma/lukkedage')
export class ClosingDaysPageController {
  constructor(
    private readonly calendar: ClosingCalendar,
    private readonly closeDays: CloseCompanyDays,
    private readonly reopenDays: ReopenCompanyDays,
  ) {}

  @Get()
  @Roles('employer')
  @Page()
  list(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<ShownPage> {
    return this.show(actor, request);
  }

  /** A GET: it changes nothing, and going back from it is safe. */
  @Get('ny')
  @Roles('employer')
  @Page()
  preview(
    @CurrentActor() actor: Actor,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    const typed = textsOf(query);
    return this.checked(typed, actor, request, async ({ from, to, reason = '' }) => {
      const planned = await this.calendar.preview(actor.companyId ?? '', { from, to }, actor);
      const { language } = request.visitor!;
      const w = closingWords[language];
      return surePage({
        title: w.tab,
        back: { href: PAGE, label: w.heading },
        ...sureView({ from, to, reason, ...planned, language, errors: null }),
      });
    });
  }

  @Post()
  @Roles('employer')
  @Page()
  close(
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    return this.checked(typed, actor, request, async ({ from, to, reason }) => {
      const input = { from, to, reason: reason ?? closingWords.da.usualReason };
      await this.closeDays.execute(actor.companyId ?? '', input, actor);
      return seeOther(PAGE, 'lukket');
    });
  }

  @Post(':id/fortryd')
  @Roles('employer')
  @Page()
  takeBack(
    @Id() id: string,
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    return submit(NothingForm, typed, {
      do: async () => {
        try {
          await this.reopenDays.execute(actor.companyId ?? '', id, actor);
          return seeOther(PAGE, 'taget-tilbage');
        } catch (error) {
          // A second click, or a colleague: it is as it should be.
          if (isGone(error)) return seeOther(PAGE, 'var-fortrudt');
          throw error;
        }
      },
      again: (faults) => this.show(actor, request, {}, faults),
      at: refusals,
    });
  }

  /** Reads the three fields of both forms, and refuses days that make no sense. */
  private checked(
    typed: Typed,
    actor: Actor,
    request: FastifyRequest,
    act: (fields: ClosingForm) => Promise<SeeOther | ShownPage>,
  ): Promise<SeeOther | ShownPage> {
    return submit(ClosingForm, typed, {
      do: async (fields) => {
        const wrong = wrongDays(fields);
        if (wrong) throw new RefusedForm(() => this.show(actor, request, typed, wrong));
        return act(fields);
      },
      again: (faults) => this.show(actor, request, typed, faults),
      at: refusals,
    });
  }

  private async show(
    actor: Actor,
    { visitor }: FastifyRequest,
    typed: Typed = {},
    faults?: Faults,
  ): Promise<ShownPage> {
    const { language, contact } = visitor!;
    const w = closingWords[language];
    const calendar = await this.calendar.show(actor.companyId ?? '', actor);
    return closingDaysPage({
      title: w.tab,
      back: { href: '/firma/uge', label: w.back },
      messages: { lukket: w.said, 'taget-tilbage': w.saidBack, 'var-fortrudt': w.gone },
      ...(faults && { status: faults.status }),
      ...closingDaysView({ calendar, language, contact, typed, ...(faults && { faults }) }),
    });
  }
}

function wrongDays({ from, to }: ClosingForm): Faults | undefined {
  const { da, en } = closingWords;
  if (to < from) return fault('to', da.backwards, en.backwards);
  if (from < localDateOf(Temporal.Now.instant())) return fault('from', da.past, en.past);
  return to > lastDayFrom(from) ? fault('to', da.tooLong, en.tooLong) : undefined;
}

const isGone = (error: unknown): boolean =>
  error instanceof DomainError && error.code === 'company.closing-days-not-found';

/** Of an address only texts are read. */
const textsOf = (query: Record<string, unknown>): Typed =>
  Object.fromEntries(
    Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

const whole = (word: 'tooLateNow' | 'backwards', field: string) => ({
  field,
  text: { da: closingWords.da[word], en: closingWords.en[word] },
});

const refusals: FieldsOfRefusals = {
  'company.closing-days-too-late': whole('tooLateNow', ''),
  'company.closing-days-invalid': whole('backwards', 'to'),
};

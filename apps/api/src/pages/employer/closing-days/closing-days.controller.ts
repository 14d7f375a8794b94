import { Controller, Get, Post, Query } from '@nestjs/common';
import { DomainError } from '#domain';
import { CloseCompanyDays, ClosingCalendar, ReopenCompanyDays } from '#use-cases';
import { text } from '../../../http/fields/index.js';
import { Id } from '../../../http/operation.js';
import {
  day,
  FormBody,
  press,
  said,
  submit,
  type Faults,
  type FieldsOfRefusals,
  type Typed,
} from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { closingWords } from '../../words/employer-week.js';
import { EmployerPage, Visit, type CompanyVisit } from '../employer-page.js';
import { closingDaysPage, closingDaysView, surePage, sureView } from './closing-days-view.js';

class ClosingForm {
  @day({ example: '2026-12-24' }) from!: string;
  @day({ example: '2027-01-03' }) to!: string;
  @text({ max: 200, optional: true, example: 'Juleferie' }) reason?: string;
}

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
  @EmployerPage()
  list(@Visit() visit: CompanyVisit): Promise<ShownPage> {
    return this.show(visit);
  }

  /** A GET: it changes nothing, and going back from it is safe. */
  @Get('ny')
  @EmployerPage()
  preview(
    @Query() query: Record<string, unknown>,
    @Visit() visit: CompanyVisit,
  ): Promise<SeeOther | ShownPage> {
    const { companyId, actor, language } = visit;
    const typed = textsOf(query);
    return submit(ClosingForm, typed, {
      do: async ({ from, to, reason = '' }) => {
        const planned = await this.calendar.preview(companyId, { from, to }, actor);
        const w = closingWords[language];
        return surePage({
          title: w.tab,
          back: { href: PAGE, label: w.heading },
          ...sureView({ from, to, reason, ...planned, language }),
        });
      },
      again: (faults) => this.show(visit, typed, faults),
      at: refusals,
    });
  }

  @Post()
  @EmployerPage()
  close(@FormBody() typed: Typed, @Visit() visit: CompanyVisit): Promise<SeeOther | ShownPage> {
    return submit(ClosingForm, typed, {
      do: async ({ from, to, reason }) => {
        const input = { from, to, ...(reason && { reason }) };
        await this.closeDays.execute(visit.companyId, input, visit.actor);
        return seeOther(PAGE, 'lukket');
      },
      again: (faults) => this.show(visit, typed, faults),
      at: refusals,
    });
  }

  @Post(':id/fortryd')
  @EmployerPage()
  takeBack(@Id() id: string, @Visit() visit: CompanyVisit): Promise<SeeOther | ShownPage> {
    return press({
      do: async () => {
        try {
          await this.reopenDays.execute(visit.companyId, id, visit.actor);
          return seeOther(PAGE, 'taget-tilbage');
        } catch (error) {
          // A second click, or a colleague: it is as it should be.
          if (isGone(error)) return seeOther(PAGE, 'var-fortrudt');
          throw error;
        }
      },
      again: (faults) => this.show(visit, {}, faults),
      at: refusals,
    });
  }

  private async show(
    { companyId, actor, language, contact }: CompanyVisit,
    typed: Typed = {},
    faults?: Faults,
  ): Promise<ShownPage> {
    const w = closingWords[language];
    const calendar = await this.calendar.show(companyId, actor);
    return closingDaysPage({
      title: w.tab,
      back: { href: '/firma/uge', label: w.back },
      messages: { lukket: w.said, 'taget-tilbage': w.saidBack, 'var-fortrudt': w.gone },
      ...closingDaysView({ calendar, language, contact, typed, ...(faults && { faults }) }),
    });
  }
}

const isGone = (error: unknown): boolean =>
  error instanceof DomainError && error.code === 'company.closing-days-not-found';

/** Of an address only texts are read. */
const textsOf = (query: Record<string, unknown>): Typed =>
  Object.fromEntries(
    Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

const refusals: FieldsOfRefusals = {
  'company.closing-days-too-late': said(closingWords, (w) => w.tooLateNow),
  'company.closing-days-invalid': said(closingWords, (w) => w.backwards, 'to'),
  'company.closing-days-past': said(closingWords, (w) => w.past, 'from'),
  'company.closing-days-too-long': said(closingWords, (w) => w.tooLong, 'to'),
};

import { Controller, Get, Post } from '@nestjs/common';
import { DomainError, type Actor } from '#domain';
import { CloseCompanyDays, ClosingCalendar, CompanyRecords, ReopenCompanyDays } from '#use-cases';
import { Id } from '../../../http/operation.js';
import { FormBody, press, submit, typedText, type Typed } from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { companiesWords as w } from '../../words/desk-companies.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { ClosingForm, closingPage, closingView, refusalsOfClosing } from './closing-view.js';

/** Closing days that the company told by phone: what they cancel is seen first. */
@Controller('kommune/virksomheder/:id/lukkedage')
export class StaffClosingController {
  constructor(
    private readonly companies: CompanyRecords,
    private readonly calendar: ClosingCalendar,
    private readonly closeDays: CloseCompanyDays,
    private readonly reopenDays: ReopenCompanyDays,
  ) {}

  @Get()
  @StaffPage()
  show(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return this.page(id, actor);
  }

  @Post()
  @StaffPage()
  close(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() { actor }: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(ClosingForm, typed, {
      do: async ({ fra: from, til: to, grund: reason }) => {
        const would = await this.calendar.preview(id, { from, to }, actor);
        if (typedText(typed, 'trin') !== 'luk') return this.page(id, actor, { typed, would });
        await this.closeDays.execute(id, { from, to, ...(reason && { reason }) }, actor);
        return seeOther(`/kommune/virksomheder/${id}/lukkedage`, 'lukket');
      },
      again: (faults) => this.page(id, actor, { typed, faults }),
      at: refusalsOfClosing,
    });
  }

  @Post(':daysId/fortryd')
  @StaffPage()
  takeBack(
    @Id() id: string,
    @Id('daysId') daysId: string,
    @StaffVisit() { actor }: Visit,
  ): Promise<SeeOther | ShownPage> {
    const path = `/kommune/virksomheder/${id}/lukkedage`;
    return press({
      do: async () => {
        try {
          await this.reopenDays.execute(id, daysId, actor);
          return seeOther(path, 'fortrudt');
        } catch (error) {
          // A second click, or a colleague: it is as it should be.
          if (error instanceof DomainError && error.code === 'company.closing-days-not-found')
            return seeOther(path, 'var-fortrudt');
          throw error;
        }
      },
      again: (faults) => this.page(id, actor, { faults }),
      at: refusalsOfClosing,
    });
  }

  private async page(
    id: string,
    actor: Actor,
    more: Omit<Parameters<typeof closingView>[0], 'company' | 'calendar'> = {},
  ): Promise<ShownPage> {
    const company = await this.companies.show(id, actor);
    const calendar = await this.calendar.show(id, actor);
    return closingPage({
      title: w.closing,
      contact: null,
      back: { href: `/kommune/virksomheder/${id}`, label: company.name },
      messages: w.said,
      ...closingView({ company, calendar, ...more }),
    });
  }
}

import { Controller, Get, Post } from '@nestjs/common';
import type { Actor } from '#domain';
import { ChangeHours, ShowAgreement } from '#use-cases';
import { Id } from '../../../http/operation.js';
import { FormBody, submit, typedText, type Typed } from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { agreementsWords as w } from '../../words/desk-agreements.js';
import { placementWords } from '../../words/desk-placement.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { HoursForm, hoursPage, hoursView, refusalsOfHours } from './change-hours-view.js';
import { paidSlots } from './slot-rows.js';

/** Other hours from a day on: seen before and after, then saved. */
@Controller('kommune/aftaler/:id/timer')
export class ChangeHoursController {
  constructor(
    private readonly desk: ShowAgreement,
    private readonly changing: ChangeHours,
  ) {}

  @Get()
  @StaffPage()
  async ask(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<SeeOther | ShownPage> {
    const { agreement } = await this.desk.execute(id, actor);
    if (agreement.state !== 'signed') return seeOther(`/kommune/aftaler/${id}`, 'var-gjort');
    return this.page(id, actor);
  }

  @Post()
  @StaffPage()
  change(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() { actor }: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(HoursForm, typed, {
      do: async ({ fra: from, uge }) => {
        const paid = paidSlots(uge);
        if (typedText(typed, 'trin') !== 'gem')
          return this.page(id, actor, { typed, wanted: { from, paid } });
        await this.changing.execute(id, { from, weeklyShifts: paid }, actor);
        return seeOther(`/kommune/aftaler/${id}`, 'timer');
      },
      again: (faults) => this.page(id, actor, { typed, faults }),
      at: refusalsOfHours,
    });
  }

  private async page(
    id: string,
    actor: Actor,
    more: Omit<Parameters<typeof hoursView>[0], 'desk'> = {},
  ): Promise<ShownPage> {
    return hoursPage({
      title: w.hoursTab,
      wide: true,
      contact: null,
      back: { href: `/kommune/aftaler/${id}`, label: placementWords.rooms.agreements },
      ...hoursView({ desk: await this.desk.execute(id, actor), ...more }),
    });
  }
}

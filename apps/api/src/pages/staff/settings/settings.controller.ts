import { Controller, Get, Post } from '@nestjs/common';
import { Temporal, type SettingValues } from '#domain';
import { ChangeSettings, SettingsDesk } from '#use-cases';
import { instant, int } from '../../../http/fields/index.js';
import { clockTime, FormBody, submit, tick, type Typed } from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { LeaderPage, StaffVisit, type Visit } from '../staff-page.js';
import { settingsView } from './settings-view.js';

/** What is outside its range is said by the rule, with its numbers. */
const number = () => int({ min: 0, max: 1_000_000 });

class SettingsForm implements SettingValues {
  @tick() quietHoursKept!: boolean;
  @clockTime() quietHoursFrom!: string;
  @clockTime() quietHoursTo!: string;
  @number() normalHoursMin!: number;
  @number() normalHoursMax!: number;
  @number() caseloadTarget!: number;
  @number() caseloadLimit!: number;
  @number() monthlyPaidHoursGoal!: number;
  @number() offerAnswerWithinHours!: number;
  @number() offerRemindAfterHours!: number;
  @number() offerResendAfterMinutes!: number;
  @number() matchRemindAfterHours!: number;
  @number() matchRemindAgainAfterHours!: number;
  @number() matchLapseAfterHours!: number;
  @clockTime() yesIsBindingAt!: string;
  @clockTime() shiftReminderAt!: string;
  @number() shiftReminderForWeeks!: number;
  @number() planWeeksAhead!: number;
  @clockTime() endOfDayListAt!: string;
  @number() messagesPerCitizenADay!: number;
  @number() smsADay!: number;
  @number() inboundTextKeptDays!: number;
  @number() rankingKeptDays!: number;
  @number() spreadPercent!: number;
  @number() spreadListLength!: number;
  @number() spreadMostLists!: number;
}

/** With when the page was made: a colleague may have saved others since. */
class SettingsFormBody extends SettingsForm {
  @instant({ optional: true }) set?: string;
}

const PATH = '/kommune/indstillinger';

/** The numbers a municipality decides for itself. */
@Controller('kommune/indstillinger')
export class SettingsPageController {
  constructor(
    private readonly desk: SettingsDesk,
    private readonly changing: ChangeSettings,
  ) {}

  @Get()
  @LeaderPage()
  async show(@StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return settingsView(await this.desk.show(actor));
  }

  @Post()
  @LeaderPage()
  change(@StaffVisit() { actor }: Visit, @FormBody() typed: Typed): Promise<SeeOther | ShownPage> {
    return submit(SettingsFormBody, typed, {
      do: async ({ set, ...values }) => {
        await this.changing.execute(values, actor, set ? { seenAt: Temporal.Instant.from(set) } : {});
        return seeOther(PATH, 'gemt');
      },
      again: async (faults) => settingsView(await this.desk.show(actor), typed, faults),
    });
  }
}

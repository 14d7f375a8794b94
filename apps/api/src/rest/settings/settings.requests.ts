import { settingRanges, type SettingValues } from '#domain';
import { flag, int, localTime, partialOf } from '../../http/fields/index.js';

const number = (name: keyof typeof settingRanges, description: string) => {
  const [min, max] = settingRanges[name];
  return int({ min, max, description });
};

/** Every setting, flat. */
export class SettingsBody implements SettingValues {
  @flag({ description: 'Om sms og mail venter om natten.' }) quietHoursKept!: boolean;
  @localTime({ example: '20:00' }) quietHoursFrom!: string;
  @localTime({ example: '07:00' }) quietHoursTo!: string;
  @number('normalHoursMin', 'Timer om ugen, der er almindelige for et småjob: fra.') normalHoursMin!: number;
  @number('normalHoursMax', 'Og til.') normalHoursMax!: number;
  @number('caseloadTarget', 'Borgere pr. medarbejder, hvorefter der advares.') caseloadTarget!: number;
  @number('caseloadLimit', 'Borgere pr. medarbejder, som højst bør følges.') caseloadLimit!: number;
  @number('monthlyPaidHoursGoal', 'Ordinære timer om måneden, der er et fodfæste.')
  monthlyPaidHoursGoal!: number;
  @number('offerAnswerWithinHours', 'Timer til at svare på et tilbud.') offerAnswerWithinHours!: number;
  @number('offerRemindAfterHours', 'Timer, til der mindes om tilbuddet.') offerRemindAfterHours!: number;
  @number('offerResendAfterMinutes', 'Minutter, før et tilbud kan sendes igen.')
  offerResendAfterMinutes!: number;
  @number('matchRemindAfterHours', 'Timer, til firmaet mindes om et forslag.') matchRemindAfterHours!: number;
  @number('matchRemindAgainAfterHours', 'Timer mellem to påmindelser, som en medarbejder sender.')
  matchRemindAgainAfterHours!: number;
  @number('matchLapseAfterHours', 'Timer, til et forslag uden svar falder bort.')
  matchLapseAfterHours!: number;
  @localTime({ example: '09:00', description: 'Et ja kan tages tilbage til dette klokkeslæt næste hverdag.' })
  yesIsBindingAt!: string;
  @localTime({ example: '17:00', description: 'Påmindelsen går dagen før kl.' }) shiftReminderAt!: string;
  @number('shiftReminderForWeeks', 'Uger med påmindelser; derefter vælger borgeren.')
  shiftReminderForWeeks!: number;
  @number('planWeeksAhead', 'Uger, vagter planlægges frem.') planWeeksAhead!: number;
  @localTime({ example: '17:00', description: 'Listen over vagter, ingen har sagt noget om.' })
  endOfDayListAt!: string;
  @number('messagesPerCitizenADay', 'Beskeder, en borger højst får på en dag.')
  messagesPerCitizenADay!: number;
  @number('smsADay', 'SMS, kommunen højst sender på en dag.') smsADay!: number;
  @number('inboundTextKeptDays', 'Dage, borgeres sms gemmes. Højst 30.') inboundTextKeptDays!: number;
  @number('rankingKeptDays', 'Dage, en rangliste gemmes, som ingen blev valgt fra.') rankingKeptDays!: number;
  @number('spreadPercent', 'Hvor stærkt job fordeles: 0 er bedst først.') spreadPercent!: number;
  @number('spreadListLength', 'Pladser på en fordelt liste.') spreadListLength!: number;
  @number('spreadMostLists', 'Lister, en borger højst står på.') spreadMostLists!: number;
}

export class ChangeSettingsBody extends partialOf(SettingsBody) {}

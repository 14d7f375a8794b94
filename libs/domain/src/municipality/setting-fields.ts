import { DomainError, type LocalTime } from '../kernel/index.js';
import { defaultSettings, messageCaps, type MunicipalitySettings } from './municipality.js';

/** Everything a leader sets by number, time or choice, flat: what the form and the interface have. */
export interface SettingValues {
  quietHoursKept: boolean;
  quietHoursFrom: LocalTime;
  quietHoursTo: LocalTime;
  normalHoursMin: number;
  normalHoursMax: number;
  caseloadTarget: number;
  caseloadLimit: number;
  monthlyPaidHoursGoal: number;
  offerAnswerWithinHours: number;
  offerRemindAfterHours: number;
  offerResendAfterMinutes: number;
  matchRemindAfterHours: number;
  matchRemindAgainAfterHours: number;
  matchLapseAfterHours: number;
  yesIsBindingAt: LocalTime;
  shiftReminderAt: LocalTime;
  shiftReminderForWeeks: number;
  planWeeksAhead: number;
  endOfDayListAt: LocalTime;
  messagesPerCitizenADay: number;
  smsADay: number;
  inboundTextKeptDays: number;
  rankingKeptDays: number;
  spreadPercent: number;
  spreadListLength: number;
  spreadMostLists: number;
}
export type SettingName = keyof SettingValues;

/** Whole numbers a person can choose, least and most. */
export const settingRanges = {
  normalHoursMin: [1, 37],
  normalHoursMax: [1, 37],
  caseloadTarget: [1, 200],
  caseloadLimit: [1, 200],
  monthlyPaidHoursGoal: [1, 160],
  offerAnswerWithinHours: [4, 336],
  offerRemindAfterHours: [1, 335],
  offerResendAfterMinutes: [5, 1440],
  matchRemindAfterHours: [1, 335],
  matchRemindAgainAfterHours: [1, 336],
  matchLapseAfterHours: [4, 720],
  shiftReminderForWeeks: [0, 52],
  planWeeksAhead: [1, 26],
  messagesPerCitizenADay: [3, 100],
  smsADay: [10, 100_000],
  // Texts of citizens are kept for 30 days at most, whatever a municipality would like.
  inboundTextKeptDays: [1, 30],
  rankingKeptDays: [30, 730],
  spreadPercent: [0, 100],
  spreadListLength: [1, 50],
  spreadMostLists: [1, 50],
} as const satisfies Partial<Record<SettingName, readonly [number, number]>>;

/** Those that must lie in order: the first below the second, or at most alike. */
const inOrder: readonly (readonly [SettingName, SettingName, 'below' | 'at-most'])[] = [
  ['normalHoursMin', 'normalHoursMax', 'at-most'],
  ['caseloadTarget', 'caseloadLimit', 'at-most'],
  ['offerRemindAfterHours', 'offerAnswerWithinHours', 'below'],
  ['matchRemindAfterHours', 'matchLapseAfterHours', 'below'],
];

export interface SpreadStandard {
  strength: number;
  listLength: number;
  mostLists: number;
}
const REMIND_AGAIN_AFTER_HOURS = 4;
const MONTHLY_GOAL = 30;

/** The settings as they hold, what is not said as in the standard. */
export function settingValues(settings: MunicipalitySettings, spread: SpreadStandard): SettingValues {
  const quiet = settings.quietHours ?? defaultSettings.quietHours!;
  const own = { ...spread, ...settings.spread };
  return {
    quietHoursKept: settings.quietHours !== null,
    quietHoursFrom: quiet.from,
    quietHoursTo: quiet.to,
    normalHoursMin: settings.normalWeeklyHours.min,
    normalHoursMax: settings.normalWeeklyHours.max,
    caseloadTarget: settings.caseload.target,
    caseloadLimit: settings.caseload.limit,
    monthlyPaidHoursGoal: settings.monthlyPaidHoursGoal ?? MONTHLY_GOAL,
    offerAnswerWithinHours: settings.offer.answerWithinHours,
    offerRemindAfterHours: settings.offer.remindAfterHours,
    offerResendAfterMinutes: settings.offer.resendAfterMinutes,
    matchRemindAfterHours: settings.match.remindEmployerAfterHours,
    matchRemindAgainAfterHours: settings.match.remindAgainAfterHours ?? REMIND_AGAIN_AFTER_HOURS,
    matchLapseAfterHours: settings.match.lapseAfterHours,
    yesIsBindingAt: settings.yesIsBindingAt,
    shiftReminderAt: settings.shiftReminder.at,
    shiftReminderForWeeks: settings.shiftReminder.forWeeks,
    planWeeksAhead: settings.planWeeksAhead,
    endOfDayListAt: settings.endOfDayListAt,
    messagesPerCitizenADay: messageCaps(settings).perCitizenADay,
    smsADay: messageCaps(settings).smsADay,
    inboundTextKeptDays: settings.inboundTextKeptDays,
    rankingKeptDays: settings.rankingKeptDays ?? defaultSettings.rankingKeptDays!,
    spreadPercent: Math.round(own.strength * 100),
    spreadListLength: own.listLength,
    spreadMostLists: own.mostLists,
  };
}

/**
 * The settings with these values, all that has no field kept.
 * @throws settings.out-of-range, settings.limits-crossed, with the `field`
 */
export function withSettings(before: MunicipalitySettings, v: SettingValues): MunicipalitySettings {
  checkSettings(v);
  return {
    ...before,
    quietHours: v.quietHoursKept ? { from: v.quietHoursFrom, to: v.quietHoursTo } : null,
    normalWeeklyHours: { min: v.normalHoursMin, max: v.normalHoursMax },
    caseload: { target: v.caseloadTarget, limit: v.caseloadLimit },
    monthlyPaidHoursGoal: v.monthlyPaidHoursGoal,
    offer: {
      answerWithinHours: v.offerAnswerWithinHours,
      remindAfterHours: v.offerRemindAfterHours,
      resendAfterMinutes: v.offerResendAfterMinutes,
    },
    match: {
      remindEmployerAfterHours: v.matchRemindAfterHours,
      remindAgainAfterHours: v.matchRemindAgainAfterHours,
      lapseAfterHours: v.matchLapseAfterHours,
    },
    yesIsBindingAt: v.yesIsBindingAt,
    shiftReminder: { at: v.shiftReminderAt, forWeeks: v.shiftReminderForWeeks },
    planWeeksAhead: v.planWeeksAhead,
    endOfDayListAt: v.endOfDayListAt,
    messageCaps: { perCitizenADay: v.messagesPerCitizenADay, smsADay: v.smsADay },
    inboundTextKeptDays: v.inboundTextKeptDays,
    rankingKeptDays: v.rankingKeptDays,
    spread: {
      ...before.spread,
      strength: v.spreadPercent / 100,
      listLength: v.spreadListLength,
      mostLists: v.spreadMostLists,
    },
  };
}

function checkSettings(values: SettingValues): void {
  for (const [field, [least, most]] of Object.entries(settingRanges)) {
    const value = values[field as keyof typeof settingRanges];
    if (!Number.isInteger(value) || value < least || value > most)
      throw new DomainError('settings.out-of-range', { field, least, most });
  }
  for (const [low, high, how] of inOrder) {
    const crossed = how === 'below' ? values[low] >= values[high] : values[low] > values[high];
    if (crossed) throw new DomainError('settings.limits-crossed', { field: low, other: high });
  }
  const silent = values.quietHoursKept && values.quietHoursFrom === values.quietHoursTo;
  if (silent)
    throw new DomainError('settings.limits-crossed', { field: 'quietHoursFrom', other: 'quietHoursTo' });
}

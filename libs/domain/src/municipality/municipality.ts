import type { LocalTime } from '../kernel/index.js';

export interface QuietHours {
  from: LocalTime;
  to: LocalTime;
}

export interface SpreadSettings {
  /** From 0, the raw order, to 1. */
  strength?: number;
  /** Places on a list, and how many lists one citizen is on at most. */
  listLength?: number;
  mostLists?: number;
}

/** What a municipality decides for itself. Everything with a number here is a default of practice. */
export interface MunicipalitySettings {
  /** What a no means, in the sentence the municipality has approved. Without it no offer goes out. */
  noticeOnNo: { da: string; en: string } | null;
  /** Null switches quiet hours off (demo and tests). */
  quietHours: QuietHours | null;
  /** Weekly hours that are normal for a small job; outside them a warning, never a refusal. */
  normalWeeklyHours: { min: number; max: number };
  /** Caseloads: warn above target (R30). */
  caseload: { target: number; limit: number };
  /** Ordinary hours a month that count as a foothold (R02); 30 when nothing is said. */
  monthlyPaidHoursGoal?: number;
  offer: { answerWithinHours: number; remindAfterHours: number; resendAfterMinutes: number };
  /** `remindAgainAfterHours`: so long a person waits between two reminders by hand; settings from before say nothing. */
  match: { remindEmployerAfterHours: number; lapseAfterHours: number; remindAgainAfterHours?: number };
  /** The most of a day: to one citizen, and SMS of all. Settings from before say nothing. */
  messageCaps?: { perCitizenADay: number; smsADay: number };
  /** A yes can be taken back until this time on the next working day. */
  yesIsBindingAt: LocalTime;
  shiftReminder: { at: LocalTime; forWeeks: number };
  /** How far ahead shifts are planned. */
  planWeeksAhead: number;
  /** When the end-of-day list of unconfirmed shifts is made. */
  endOfDayListAt: LocalTime;
  inboundTextKeptDays: number;
  /** How long a ranking is kept that nobody was picked from; settings from before it say nothing. */
  rankingKeptDays?: number;
  /** The second order of a ranking, in which openings are spread; what is not said is as in the standard. */
  spread?: SpreadSettings;
  /** Open hours where anybody can come by without an appointment, when the municipality has them. */
  openAdvice?: { when: { da: string; en: string }; where: string } | null;
}

export interface Municipality {
  id: string;
  /** Four digits, `0630`. */
  code: string;
  name: string;
  settings: MunicipalitySettings;
}

export const defaultSettings: MunicipalitySettings = {
  noticeOnNo: null,
  quietHours: { from: '20:00', to: '07:00' },
  normalWeeklyHours: { min: 5, max: 15 },
  caseload: { target: 35, limit: 50 },
  offer: { answerWithinHours: 72, remindAfterHours: 24, resendAfterMinutes: 60 },
  match: { remindEmployerAfterHours: 48, lapseAfterHours: 120 },
  yesIsBindingAt: '09:00',
  shiftReminder: { at: '17:00', forWeeks: 4 },
  planWeeksAhead: 8,
  endOfDayListAt: '17:00',
  inboundTextKeptDays: 30,
  rankingKeptDays: 180,
  messageCaps: { perCitizenADay: 10, smsADay: 2000 },
};

export const messageCaps = ({
  messageCaps: own,
}: MunicipalitySettings): NonNullable<MunicipalitySettings['messageCaps']> =>
  own ?? defaultSettings.messageCaps!;

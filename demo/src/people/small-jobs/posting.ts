import type { DanishLevel, Degree, SmallJobStatus, Weekday, WeeklyShift } from '#domain';

/** Lowest hourly pay in øre by collective agreement, 2026 (domain.md, section 2). */
export const pay = {
  service: { ore: 16_750, agreement: 'Serviceoverenskomsten (DI/3F)' },
  warehouse: { ore: 15_845, agreement: 'Fællesoverenskomsten (DIO II/3F)' },
  transport: { ore: 15_965, agreement: 'Transportoverenskomsten (ATL og DTL/3F)' },
  kitchen: { ore: 16_507, agreement: 'Hoteloverenskomsten (Horesta/3F)' },
  industry: { ore: 14_340, agreement: 'Industriens Overenskomst' },
  shop: { ore: 14_217, agreement: 'Butiksoverenskomsten (HK Handel/Dansk Erhverv)' },
  construction: { ore: 14_990, agreement: 'Bygge- og anlægsoverenskomsten' },
  /** The company follows none; there is no floor to compare with. */
  own: { ore: 15_500, agreement: null },
} as const;

export type Condition =
  | 'stairs'
  | 'cold'
  | 'heat'
  | 'kneeling'
  | 'alone'
  | 'screen'
  | 'dust'
  | 'outdoors'
  | 'driving'
  | 'fixed-pace';
export type Accommodation =
  'fixed-buddy' | 'calm-start' | 'few-new-faces' | 'written-plan' | 'breaks-when-needed';
export type Certificate = 'driving-licence' | 'forklift' | 'food-hygiene';

/** A small job as somebody would tell it; what is left out is the ordinary case. */
export interface Posting {
  /** Key of the company. */
  at: string;
  title: string;
  category: string;
  description: string;
  week: WeeklyShift[];
  pay: keyof typeof pay;
  /** First name of the fixed contact, or nobody yet. */
  contact: string | null;
  /** Monday so many weeks from this one; a negative number has begun. */
  starts: number;
  liftKg?: number;
  standing?: Degree;
  noise?: Degree;
  people?: Degree;
  conditions?: Condition[];
  danish?: DanishLevel;
  certificates?: Certificate[];
  offers?: Accommodation[];
  positions?: number;
  /** Weekly hours it can grow to. */
  growsTo?: number;
  /** Minutes that a start may slip. */
  flexible?: number;
  /** The person to ask at the place, when it is not the company's contact. */
  meets?: string;
  withoutDuty?: boolean;
  status?: Exclude<SmallJobStatus, 'filled'>;
  closeReason?: string;
}

export const weekly = (
  weekdays: readonly Weekday[],
  start: string,
  end: string,
  breakMinutes = 0,
): WeeklyShift[] => weekdays.map((weekday) => ({ weekday, start, end, breakMinutes }));

export const everyWeekday = [1, 2, 3, 4, 5] as const;

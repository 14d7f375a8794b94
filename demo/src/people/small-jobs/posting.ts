import type {
  DanishLevel,
  Degree,
  KnownCertificate,
  OfferableAccommodation,
  RateTable,
  SmallJobStatus,
  Weekday,
  WeeklyShift,
  WorkCondition,
} from '#domain';

/** The agreement as the company writes it. Its lowest wage is that of an area of the rates, or stands here in øre. */
export const pay = {
  service: { lowestOf: 'rengoering', agreement: 'Serviceoverenskomsten (DI/3F)' },
  warehouse: { lowestOf: 'lager', agreement: 'Fællesoverenskomsten (DIO II/3F)' },
  transport: { lowestOf: 'transport', agreement: 'Transportoverenskomsten (ATL og DTL/3F)' },
  kitchen: { lowestOf: 'koekken-hotel', agreement: 'Hoteloverenskomsten (Horesta/3F)' },
  industry: { lowestOf: 'industri', agreement: 'Industriens Overenskomst' },
  shop: { lowestOf: 'butik', agreement: 'Butiksoverenskomsten (HK Handel/Dansk Erhverv)' },
  /** The rates know no wage of this one. */
  construction: { ore: 14_990, agreement: 'Bygge- og anlægsoverenskomsten' },
  /** The company follows none; there is no floor to compare with. */
  own: { ore: 15_500, agreement: null },
} as const;

/** Øre an hour. */
export function wageOf(kind: keyof typeof pay, rates: RateTable): number {
  const paid = pay[kind];
  return 'ore' in paid ? paid.ore : Number(rates.need('wage-minimum', paid.lowestOf).value);
}

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
  conditions?: WorkCondition[];
  danish?: DanishLevel;
  certificates?: KnownCertificate[];
  offers?: OfferableAccommodation[];
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

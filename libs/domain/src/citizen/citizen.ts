import type { Address, Entity, LocalDate, LocalTime, Position, Temporal, Weekday } from '../kernel/index.js';
import type { RateGroup } from '../rates/index.js';
import type { DanishLevel, Degree } from '../small-job/index.js';

export type Channel = 'sms' | 'email' | 'call' | 'letter' | 'in-person';
export type ContactLevel = 'low' | 'normal' | 'close';
export type Language = 'da' | 'en';
export const travelModes = ['walk', 'bike', 'bus', 'car'] as const;
export type TravelMode = (typeof travelModes)[number];

/** What the citizen wants, in the citizen's own words (R37). Rank 1 is the most wanted. */
export interface JobGoal {
  category: string;
  rank: number;
  ownWords: string;
}

/** When the citizen can work. An end of 24:00 is midnight; an end not after the start goes into the next day. */
export interface TimeWindow {
  weekday: Weekday;
  from: LocalTime;
  to: LocalTime;
}

/** The most a citizen can or wants of each demand. `other` names what does not work: stairs, cold, ... */
export interface Limits {
  liftKg: number;
  standing: Degree;
  noise: Degree;
  peopleContact: Degree;
  other: string[];
}

/** How a small job the citizen tried went: the features, never presence or absence. */
export interface TriedJob {
  smallJobId: string;
  category: string;
  weeklyMinutes: number;
  noise: Degree;
  peopleContact: Degree;
  wentWell: boolean;
}

/** The citizen's kontanthjælp, as the citizen or the benefit office told it to the consultant. */
export interface CitizenBenefit {
  rate: RateGroup;
  /** A month, before tax, with supplements. */
  benefitBeforeOre: number;
  churchMember?: boolean;
  /** What is left this year of a social free card. */
  freeCardLeftOre?: number;
  /** Who at the benefit office has checked it, and when: then the page can say so. */
  confirmedBy?: string;
  confirmedAt?: LocalDate;
}

/**
 * A citizen. There is no diagnosis field and never will be: functional limits and wishes only (R45, R46).
 */
export interface Citizen extends Entity {
  name: string;
  /** E.164, or null. */
  phone: string | null;
  email: string | null;
  preferredChannel: Channel;
  sharedPhone: boolean;
  language: Language;
  address: Address | null;
  /** Shown to nobody outside the municipality, in no export and on no map. */
  protectedAddress: boolean;
  position: Position;
  jobGoals: JobGoal[];
  dream: string | null;
  /** Weekly hours. */
  hours: { min: number; max: number; wish: number };
  windows: TimeWindow[];
  /** Minutes the citizen will travel by each mode; a mode that is absent is not used. */
  reach: Partial<Record<TravelMode, number>>;
  limits: Limits;
  danishLevel: DanishLevel;
  certificates: string[];
  ruledOutCompanyIds: string[];
  /** Companies where an unpaid placement has already been used. */
  placementUsedCompanyIds: string[];
  triedJobs: TriedJob[];
  /** The accommodations the citizen has agreed to name, by slug: a fixed buddy, a calm start, ... */
  needs: string[];
  /** Has said yes to a small job (R08). */
  saidYes: boolean;
  availableFrom: LocalDate;
  /** The one person who follows the citizen through (R17). */
  brokerId: string | null;
  contactLevel: ContactLevel;
  /** CPR encrypted with AES-256-GCM, `keyId:iv:tag:data` in base64url; never leaves the municipality. */
  cprSealed: string | null;
  /** Reminders for Monday go out on this day, as the citizen chose. */
  mondayReminder: 'friday' | 'sunday';
  phoneVerifiedAt: Temporal.Instant | null;
  waitingSince: Temporal.Instant;
  /** What the guide to the net gain needs. Seen by the citizen and the municipality, by no company, by no ranking. */
  benefit: CitizenBenefit | null;
}

export const firstName = (citizen: { name: string }): string =>
  citizen.name.trim().split(/\s+/)[0] ?? citizen.name;

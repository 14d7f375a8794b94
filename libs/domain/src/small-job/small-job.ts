import type { Address, Entity, LocalDate, Position, Temporal, WeeklySlot } from '../kernel/index.js';

/** 0 none, 1 some, 2 much. */
export type Degree = 0 | 1 | 2;
/** 0 no Danish needed, 5 fluent. */
export type DanishLevel = 0 | 1 | 2 | 3 | 4 | 5;

/** What the work asks of a person. `other` names conditions by slug: stairs, cold, kneeling, alone, screen ... */
export interface Demands {
  liftKg: number;
  standing: Degree;
  noise: Degree;
  peopleContact: Degree;
  other: string[];
}

export interface Workplace extends Address {
  position: Position;
}

export interface WeeklyShift extends WeeklySlot {
  breakMinutes: number;
}

export type SmallJobStatus = 'draft' | 'open' | 'paused' | 'filled' | 'closed';

/** A paid job of few hours, carved out of real tasks (R61, R64): ordinary employment by a company. */
export interface SmallJob extends Entity {
  companyId: string;
  title: string;
  category: string;
  description: string;
  workplace: Workplace;
  weeklyShifts: WeeklyShift[];
  startDate: LocalDate;
  endDate: LocalDate | null;
  /** How late a start is also fine: two hours late is better than not at all (R26). */
  startFlexibilityMinutes: number;
  hourlyWageOre: number;
  collectiveAgreement: string | null;
  demands: Demands;
  danishLevel: DanishLevel;
  certificates: string[];
  accommodationsOffered: string[];
  positions: number;
  /** Open and accepted offers; never above positions (kept by the database too). */
  seatsTaken: number;
  /** The weekly hours it could grow to in all (12 to 20), not the extra ones. */
  roomToGrowHours: number | null;
  /** Who shows the person around at the workplace. */
  companyContact: { name: string; phone: string };
  /** Working hours without somebody on duty at the municipality, said openly to both sides. */
  withoutDuty: boolean;
  status: SmallJobStatus;
  closeReason: string | null;
  /** The owner was asked by SMS whether this draft may be published, and has not answered yet. */
  ownerAskedAt: Temporal.Instant | null;
  createdAt: Temporal.Instant;
}

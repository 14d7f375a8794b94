import type { HandoverReason, LocalDate, Temporal, WaitingCase } from '#domain';

/** Copenhagen days, both inclusive. `until`: a shift that has not ended by then is only planned. */
export interface CountedSpan {
  from: LocalDate;
  to: LocalDate;
  until: Temporal.Instant;
}

export type Period = 'week' | 'month' | 'year';

/** Paid and unpaid are never one sum (R66, R86). */
export interface PeriodMinutes {
  /** First day of the period. */
  start: LocalDate;
  paidMinutes: number;
  unpaidMinutes: number;
  /** How many people they are the minutes of. */
  paidPeople: number;
  unpaidPeople: number;
}

export interface CitizenMinutes {
  citizenId: string;
  paidMinutes: number;
  unpaidMinutes: number;
  /** Of shifts that have not ended yet. */
  plannedPaidMinutes: number;
}

/** Shifts that have ended and were not cancelled. Whose hours were confirmed was there, whatever was said before. */
export interface PeriodAttendance {
  start: LocalDate;
  onTime: number;
  /** Also who was said to be missing or had called in, and worked after all. */
  late: number;
  /** Nobody has said anything: silence is not absence. */
  unknown: number;
  told: number;
  missed: number;
  people: number;
}

export interface CaseToCount extends WaitingCase {
  id: string;
  smallJobId: string;
  citizenId: string;
  /** Of the fixed contact now. */
  teamId: string | null;
}

/** One person who got somebody else: as fixed contact of the small job, or as the one who follows her or him. */
export interface ContactChange {
  /** Of this change to this person: one new contact is a change to everybody who works there. */
  id: string;
  at: Temporal.Instant;
  citizenId: string;
  /** Null: the broker. */
  smallJobId: string | null;
  reason: HandoverReason;
}

/** Somebody who has said yes, and for whom nothing is going on: no question, offer, answer or agreement. */
export interface WaitingCitizen {
  citizenId: string;
  waitingSince: Temporal.Instant;
  /** The last proposal or the end of the last agreement; null: neither has been. */
  quietSince: Temporal.Instant | null;
  proposed: boolean;
}

export interface WaitingInAll {
  citizens: number;
  quiet: number;
  longestSince: Temporal.Instant | null;
  /** Of an even number, the one of the two who has waited longer. */
  medianSince: Temporal.Instant | null;
}

export interface CompanyPlacements {
  companyId: string;
  /** Signed agreements with unpaid hours in them. */
  placements: number;
  /** Of them those with paid hours that have been worked. */
  becamePaid: number;
  /** Of them those that ended without. */
  endedUnpaid: number;
  unpaidMinutes: number;
}

/** What a company has left to confirm of a month. */
export interface HoursToConfirm {
  /** `2026-11`. */
  month: string;
  companyId: string;
  shifts: number;
  people: number;
  paidMinutes: number;
  unpaidMinutes: number;
  /** The oldest day that waits. */
  since: LocalDate;
}

/** Somebody whose paid hours have begun and go on. */
export interface InPaidHours {
  citizenId: string;
  /** With unpaid hours beside. */
  isHybrid: boolean;
}

/**
 * Sums and counts over many rows, made where the rows are. What counts as minutes is what `countedMinutes` of the
 * domain says; test/contracts/figures.spec.ts holds the two together.
 */
export interface Figures {
  /** Only periods in which something was; in order. */
  minutes(period: Period, span: CountedSpan): Promise<PeriodMinutes[]>;
  /** Everybody who has minutes, most paid first. */
  minutesByCitizen(span: CountedSpan): Promise<CitizenMinutes[]>;
  /** Of shifts that have ended: not confirmed, and somebody may have been there. By month and company. */
  hoursToConfirm(span: CountedSpan): Promise<HoursToConfirm[]>;
  attendance(period: Period, span: CountedSpan): Promise<PeriodAttendance[]>;
  /** Citizens per broker; null: those without. */
  caseloads(): Promise<Map<string | null, number>>;
  /** Cases opened since, and all that are still open. */
  casesSince(opened: Temporal.Instant): Promise<CaseToCount[]>;
  /** Everybody whose agreement ran when the contact of the small job changed, or who got another broker; newest first. */
  contactChanges(span: { from: Temporal.Instant; to: Temporal.Instant }): Promise<ContactChange[]>;
  /** Who has waited longest, first; `quietBefore`: only those who were never proposed, or last before that. */
  waiting(page: {
    limit: number;
    after?: WaitingCitizen;
    quietBefore?: Temporal.Instant;
  }): Promise<WaitingCitizen[]>;
  /** How many of them there are, how many are quiet since, and since when the first and the one in the middle wait. */
  waitingInAll(quietBefore: Temporal.Instant): Promise<WaitingInAll>;
  /** By company id; unpaid minutes up to `until`. */
  placements(until: Temporal.Instant): Promise<CompanyPlacements[]>;
  /** On that day, each citizen once, by id. */
  inPaidHours(day: LocalDate): Promise<InPaidHours[]>;
  /** People whose agreement with unpaid hours began between two days, both inclusive. */
  placementsBegun(from: LocalDate, to: LocalDate): Promise<number>;
}

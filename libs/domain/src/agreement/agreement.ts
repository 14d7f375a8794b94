import {
  StateMachine,
  type Entity,
  type IsoInstant,
  type LocalDate,
  type LocalTime,
  type Temporal,
  type WeeklySlot,
} from '../kernel/index.js';
import type { LastDayNotice } from './last-day.js';

export const agreementStates = new StateMachine(
  'agreement',
  'draft',
  { draft: ['signed', 'ended'], signed: ['ended'], ended: [] },
  'agreement.wrong-state',
);
export type AgreementState = 'draft' | 'signed' | 'ended';

export const parties = ['employer', 'citizen', 'municipality'] as const;
export type Party = (typeof parties)[number];

export interface Signature {
  party: Party;
  at: IsoInstant;
  byName: string;
  /** A consultant recorded somebody else's signature; shown in the history. */
  onBehalf: boolean;
}

export interface PaidSlot extends WeeklySlot {
  breakMinutes: number;
}
export interface UnpaidSlot extends WeeklySlot {
  task: string;
}

/** The paid week from a day on; unpaid hours are counted apart, always (R66, R86). */
export interface HoursPeriod {
  from: LocalDate;
  paid: PaidSlot[];
}

export interface FirstDay {
  meet: 'home' | 'stop' | 'workplace';
  where: string;
  at: LocalTime;
}

export interface Agreement extends Entity {
  offerId: string;
  smallJobId: string;
  citizenId: string;
  companyId: string;
  state: AgreementState;
  startDate: LocalDate;
  /** Paid hours from the start, or from a day that is agreed now (R67). */
  paidFrom: LocalDate;
  hours: HoursPeriod[];
  unpaid: UnpaidSlot[];
  expectations: string[];
  /** The ring-aftale in the citizen's own words; quoted in the reminder (R25). */
  callAgreement: string | null;
  firstDay: FirstDay | null;
  signatures: Signature[];
  plannedTo: LocalDate | null;
  lastDayNotice: LastDayNotice | null;
  createdAt: Temporal.Instant;
  signedAt: Temporal.Instant | null;
  endedAt: Temporal.Instant | null;
  endReason: string | null;
  /** What was learnt, shown at the next match (R51). */
  learnt: string | null;
}

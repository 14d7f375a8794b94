import {
  StateMachine,
  type Entity,
  type IsoInstant,
  type LocalDate,
  type LocalTime,
  type Temporal,
} from '../kernel/index.js';

/**
 * Silence is not absence: a shift without evidence is `unconfirmed`; `missed` needs a person. Late is a good
 * outcome and can follow both (practice, R26).
 */
export const shiftStates = new StateMachine(
  'shift',
  'planned',
  {
    planned: ['present', 'late', 'unconfirmed', 'missed', 'absent-reported', 'cancelled'],
    unconfirmed: ['planned', 'present', 'late', 'missed', 'absent-reported', 'cancelled'],
    missed: ['planned', 'present', 'late', 'absent-reported', 'cancelled'],
    'absent-reported': ['planned', 'present', 'late', 'cancelled'],
    present: ['late', 'missed'],
    late: ['present', 'missed'],
    cancelled: [],
  },
  'shift.wrong-state',
);
export type ShiftState =
  'planned' | 'present' | 'late' | 'unconfirmed' | 'missed' | 'absent-reported' | 'cancelled';
export const openShiftStates: readonly ShiftState[] = ['planned', 'unconfirmed', 'missed'];
export const arrivedShiftStates: readonly ShiftState[] = ['present', 'late'];

export const absenceCauses = ['sick', 'transport', 'family', 'cannot', 'other'] as const;
export type AbsenceCause = (typeof absenceCauses)[number];

export interface Absence {
  cause: AbsenceCause;
  by: 'citizen' | 'employer' | 'contact';
  note: string | null;
  at: IsoInstant;
}

/** How a word came to the member of staff who wrote it down. */
export const heardWays = ['phone', 'in-person', 'sms', 'letter'] as const;
export type HeardWay = (typeof heardWays)[number];

/** Evidence of attendance, strongest first: the workplace, the contact, the citizen. Never GPS. */
export interface Evidence {
  by: 'workplace' | 'contact' | 'citizen';
  says: 'here' | 'on-the-way' | 'later' | 'not-here' | 'absent' | 'call-me';
  at: IsoInstant;
  minutes: number | null;
  /** Only where staff wrote it down for whoever said it: how they heard it, and who wrote. */
  how?: HeardWay;
  writtenByStaffId?: string;
}

/** One shift. Wall times and instants are both stored: a series keeps its wall time, minutes are real minutes. */
export interface Shift extends Entity {
  agreementId: string;
  smallJobId: string;
  citizenId: string;
  companyId: string;
  paid: boolean;
  task: string | null;
  date: LocalDate;
  start: LocalTime;
  end: LocalTime;
  breakMinutes: number;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  flexibilityMinutes: number;
  /** Number in the series of this agreement, from 1: the first six have the whole ladder. */
  number: number;
  state: ShiftState;
  arrivedAt: Temporal.Instant | null;
  leftAt: Temporal.Instant | null;
  absence: Absence | null;
  evidence: Evidence[];
  /** The workplace is asked once a day and company, however many people are on. */
  workplaceAskedAt: Temporal.Instant | null;
  cancelReason: string | null;
  confirmedMinutes: number | null;
  confirmedAt: Temporal.Instant | null;
  /** When the workplace said *Godt gået*; once per shift. */
  wellDoneAt: Temporal.Instant | null;
  /** Which version of it calendars have: see `revised`. */
  revision: number;
}

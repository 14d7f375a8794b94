import type { Entity, LocalTime, Temporal, Weekday } from '../kernel/index.js';

/** When a person answers the phone. */
export interface ContactHours {
  weekdays: Weekday[];
  from: LocalTime;
  to: LocalTime;
}

export interface Staff extends Entity {
  name: string;
  role: 'consultant' | 'leader';
  /** E.164: the number both sides can call. */
  phone: string | null;
  email: string | null;
  teamId: string | null;
  /** Who takes over when this person is busy or does not answer. */
  deputyId: string | null;
  /** *Optaget til*: until then the first step of a ladder and RING go to `busyDeputyId`. It ends by itself. */
  busyUntil: Temporal.Instant | null;
  busyDeputyId: string | null;
  contactHours: ContactHours;
  active: boolean;
  /** Null or nothing: never yet, as far as is known. */
  lastSignedInAt?: Temporal.Instant | null;
}

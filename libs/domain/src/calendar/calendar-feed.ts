import type { Entity, Temporal } from '../kernel/index.js';

/** An address that a calendar reads again and again. Whoever has it sees the times, until it is revoked. */
export interface CalendarFeed extends Entity {
  /** Whose shifts: one of the two is set. */
  citizenId: string | null;
  companyId: string | null;
  createdAt: Temporal.Instant;
  revokedAt: Temporal.Instant | null;
}

/** How much a feed holds: what lies behind may be looked up, and what is planned. */
export const FEED_DAYS = { back: 60, ahead: 120 } as const;

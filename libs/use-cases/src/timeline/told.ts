import type { Temporal } from '#domain';
import type { TimelineSubject, TimelineWhat } from './timeline-entry.js';

/** An entry before names are put to ids. */
export interface Told {
  at: Temporal.Instant;
  what: TimelineWhat;
  /** A member of staff by id, or somebody else by name: a signature, whoever answered for a company. */
  by?: { staffId: string | null } | { name: string | null } | 'citizen';
  citizenId?: string | null;
  details?: Record<string, string | number | null | undefined>;
  smallJobId?: string | null;
  subject?: TimelineSubject;
}

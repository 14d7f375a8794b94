import type { Entity, LocalDate, Temporal } from '../kernel/index.js';

/**
 * What a talk was about and what was agreed, so that a colleague can go on where it ended (R50, R52). Never changed:
 * what turned out wrong is said in a new note that names the old one.
 */
export interface Note extends Entity {
  citizenId: string;
  /** Why the two talked: every talk has a purpose (R107). */
  purpose: string;
  /** What, by whom and when, as it was agreed. No diagnosis and nothing about health (R45, R46). */
  agreed: string;
  /** A day on which somebody asks how it went; becomes a task. */
  followUpOn: LocalDate | null;
  /** The note that this one takes the place of. */
  correctsNoteId: string | null;
  byStaffId: string;
  at: Temporal.Instant;
}

/** Lengths that a note may have, in characters. */
export const noteLengths = { purpose: 200, agreed: 4000 } as const;

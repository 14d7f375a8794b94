import { Temporal, type DueJobName } from '#domain';

/** A job that an event asks for. Due at once when no time is given. */
export interface DueJobRequest {
  job: DueJobName;
  subjectId: string;
  dueAt?: Temporal.Instant;
}

export interface DueJob {
  id: string;
  municipalityId: string;
  job: DueJobName;
  subjectId: string;
  dueAt: Temporal.Instant;
  /** How often it was begun. Belongs in the queue's job id, so that a repeat is not taken for the original. */
  attempts: number;
}

/** A job to put into the queue; the delay is counted by the database's clock. */
export interface SoonDueJob extends DueJob {
  delayMs: number;
}

/** A job that is this process's to do until `claimedUntil`. */
export interface ClaimedJob extends DueJob {
  claimedUntil: Temporal.Instant;
  latenessMs: number;
  /** How often it failed by itself; a run that died with its worker or its database is none. */
  failures: number;
  /** How often its worker died of it or beside it: begun, and never ended in any way. This run is one until it ends. */
  unended: number;
}

/** The columns of a due job as a query answers them. */
export const dueJobColumns = 'id, municipality_id, job, subject_id, due_at, attempts';

export interface DueJobRow {
  id: string;
  municipality_id: string;
  job: DueJobName;
  subject_id: string;
  due_at: Date;
  attempts: number;
}

export const dueJobOf = (row: DueJobRow): DueJob => ({
  id: row.id,
  municipalityId: row.municipality_id,
  job: row.job,
  subjectId: row.subject_id,
  dueAt: Temporal.Instant.fromEpochMilliseconds(row.due_at.getTime()),
  attempts: row.attempts,
});

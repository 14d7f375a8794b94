import type { DueJobName, Temporal } from '#domain';

/** Work that was tried as often as it may be, and given up. It stays until a person lets it run again. */
export interface FailedJob {
  id: string;
  job: DueJobName;
  /** What it is about. */
  subjectId: string;
  dueAt: Temporal.Instant;
  failedAt: Temporal.Instant;
  attempts: number;
  /** The kind of error, without quotes from it. */
  lastError: string | null;
}

/** Narrows which of them are read. */
export interface FailedJobsAsked {
  id?: string;
  job?: DueJobName;
}

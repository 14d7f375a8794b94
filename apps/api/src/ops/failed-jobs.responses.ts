import { isoWithOffset } from '#domain';
import type { FailedJob } from '#use-cases';
import { instant, int, text, uuid } from '../http/fields/index.js';

export class FailedJobResponse {
  @uuid() id!: string;
  @text({ example: 'message.deliver' }) job!: string;
  @uuid({ description: 'Det, opgaven handler om.' }) subjectId!: string;
  @instant() dueAt!: string;
  @instant({ example: '2026-11-30T08:12:00+01:00' }) failedAt!: string;
  @int({ min: 0, max: 1_000_000, example: 8 }) attempts!: number;
  @text({ max: 1_000, multiline: true, nullable: true, example: 'SmtpUnreachable' }) lastError!:
    string | null;
}

export const toFailedJob = ({
  id,
  job,
  subjectId,
  dueAt,
  failedAt,
  attempts,
  lastError,
}: FailedJob): FailedJobResponse => ({
  id,
  job,
  subjectId,
  dueAt: isoWithOffset(dueAt),
  failedAt: isoWithOffset(failedAt),
  attempts,
  lastError,
});

import type { DueJobName } from '#domain';
import { Transactor } from '../ports/index.js';

/** Asks once more for work that is missing. Whoever does it reads the row again, and may find nothing to do. */
export class AskAgain {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(municipalityId: string, job: DueJobName, subjectId: string): Promise<void> {
    await this.transactor.inMunicipality(municipalityId, (unit) => unit.wake(job, subjectId));
  }
}

import { Transactor, type FailedJob, type FailedJobsAsked } from '../ports/index.js';

/** What was given up, newest first: at most 500. Ids, names of jobs and times, and nobody's data. */
export class ShowFailedJobs {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  execute(municipalityId: string, only: FailedJobsAsked = {}): Promise<FailedJob[]> {
    return this.transactor.inMunicipality(municipalityId, (unit) => unit.failedJobs(only));
  }
}

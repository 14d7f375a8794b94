import type { Logger } from 'pino';
import type { Dispatch, DoneJobs, IdempotentRequests } from '#persistence';
import type {
  ForgetMatchingChanges,
  ForgetOldImports,
  ForgetOldTexts,
  ForgetRankings,
  ForgetStaleDrafts,
} from '#use-cases';

const HOUR_MS = 3_600_000;
const DONE_JOBS_KEPT_DAYS = 30;

/**
 * Throws away what is not to be kept: texts of old SMS, stale drafts, rankings nobody acted on, the journal of matching,
 * rows of loaded files, answers to repeated requests, done jobs. Harmless to do twice.
 */
export class Housekeeping {
  private timer: NodeJS.Timeout | undefined;
  private cleaning: Promise<void> | undefined;

  constructor(
    private readonly dispatch: Dispatch,
    private readonly forgetOldTexts: ForgetOldTexts,
    private readonly forgetStaleDrafts: ForgetStaleDrafts,
    private readonly forgetRankings: ForgetRankings,
    private readonly forgetMatchingChanges: ForgetMatchingChanges,
    private readonly forgetOldImports: ForgetOldImports,
    private readonly requests: IdempotentRequests,
    private readonly doneJobs: DoneJobs,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.cleaning ??= this.clean().finally(() => (this.cleaning = undefined));
    }, HOUR_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.cleaning;
  }

  async clean(): Promise<void> {
    try {
      for (const municipalityId of await this.dispatch.municipalityIds()) {
        await this.forgetOldTexts.execute(municipalityId);
        await this.forgetStaleDrafts.execute(municipalityId);
        await this.forgetRankings.execute(municipalityId);
        await this.forgetMatchingChanges.execute(municipalityId);
        await this.forgetOldImports.execute(municipalityId);
        await this.requests.forgetOld(municipalityId);
        await this.doneJobs.forgetOld(municipalityId, DONE_JOBS_KEPT_DAYS);
      }
    } catch (error) {
      this.log.warn(
        { kind: (error as Error).name },
        'housekeeping did not finish; it is done again in an hour',
      );
    }
  }
}

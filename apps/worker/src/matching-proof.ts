import type { Logger } from 'pino';
import { localDateOf, localTimeOf, Temporal } from '#domain';
import type { Dispatch } from '#persistence';
import type { ProveMatching } from '#use-cases';

const HOUR_MS = 3_600_000;
/** The last hour of the Copenhagen day: by then the index has followed the day's edits, and at midnight it is made anew. */
const FROM = '23:00';

/**
 * Each hour the worker's index of every municipality follows what was edited; in the last hour of the day all its lists
 * are compared with those that the rows make. A difference is a fault of the program: it is logged as an error and
 * counted, and all processes have read the rows again before the next ranking.
 */
export class MatchingProof {
  /** Of the last proof, over all municipalities. */
  counts = { provedLists: 0, differingLists: 0, proofMs: 0 };
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private provedOn = '';
  private isEnding = false;

  constructor(
    private readonly dispatch: Dispatch,
    private readonly proveMatching: ProveMatching,
    private readonly log: Logger,
    private readonly now: () => Temporal.Instant = () => Temporal.Now.instant(),
  ) {}

  start(): void {
    const run = (): void => {
      this.running ??= this.run().finally(() => (this.running = undefined));
    };
    this.timer = setInterval(run, HOUR_MS);
    run();
  }

  /** Waits for the municipality that is being worked on; the others are left. */
  async stop(): Promise<void> {
    this.isEnding = true;
    clearInterval(this.timer);
    await this.running;
  }

  async run(): Promise<void> {
    const today = localDateOf(this.now());
    const isTime = localTimeOf(this.now()) >= FROM && this.provedOn !== today;
    if (isTime) this.counts = { provedLists: 0, differingLists: 0, proofMs: 0 };
    try {
      for (const municipalityId of await this.dispatch.municipalityIds()) {
        if (this.isEnding) return;
        const work = isTime ? this.prove(municipalityId) : this.proveMatching.ahead(municipalityId);
        await work.catch((error: unknown) => this.warn(error, { municipalityId }));
      }
      if (isTime) this.provedOn = today;
    } catch (error) {
      this.warn(error);
    }
  }

  private warn(error: unknown, about: { municipalityId?: string } = {}): void {
    this.log.warn({ kind: (error as Error).name, ...about }, 'the proof of the matching did not finish');
  }

  private async prove(municipalityId: string): Promise<void> {
    const begun = performance.now();
    const found = await this.proveMatching.execute(municipalityId);
    if (!found) return;
    const { lists, differing } = found;
    const milliseconds = Math.round(performance.now() - begun);
    this.counts.provedLists += lists;
    this.counts.differingLists += differing;
    this.counts.proofMs += milliseconds;
    const line = { municipalityId, lists, differing, milliseconds };
    if (differing === 0) this.log.info(line, 'matching proved');
    else this.log.error(line, 'matching differs from the rows; all processes read them again');
  }
}

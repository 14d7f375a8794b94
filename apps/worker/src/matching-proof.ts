import type { Logger } from 'pino';
import { localDateOf, localTimeOf, Temporal } from '#domain';
import type { Dispatch } from '#persistence';
import type { ProveMatching } from '#use-cases';

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
  private provedOn = '';

  constructor(
    private readonly dispatch: Dispatch,
    private readonly proveMatching: ProveMatching,
    private readonly log: Logger,
    private readonly now: () => Temporal.Instant = () => Temporal.Now.instant(),
  ) {}

  /** When the signal is given, the municipality that is being worked on is finished, and the others are left. */
  async run(signal?: AbortSignal): Promise<void> {
    const today = localDateOf(this.now());
    const isTime = localTimeOf(this.now()) >= FROM && this.provedOn !== today;
    if (isTime) this.counts = { provedLists: 0, differingLists: 0, proofMs: 0 };
    for (const municipalityId of await this.dispatch.municipalityIds()) {
      if (signal?.aborted) return;
      const work = isTime ? this.prove(municipalityId) : this.proveMatching.ahead(municipalityId);
      await work.catch((error: unknown) => this.warn(error, municipalityId));
    }
    if (isTime) this.provedOn = today;
  }

  private warn(error: unknown, municipalityId: string): void {
    this.log.warn(
      { kind: (error as Error).name, municipalityId },
      'the proof of the matching did not finish',
    );
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

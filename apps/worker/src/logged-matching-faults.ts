import type { Logger } from 'pino';
import { MatchingFaults, type IndexDifference } from '#use-cases';

export class LoggedMatchingFaults extends MatchingFaults {
  constructor(private readonly log: Logger) {
    super();
  }

  report(municipalityId: string, difference: IndexDifference): void {
    this.log.error(
      { municipalityId, difference },
      'matching differs from a row; what the row says is answered',
    );
  }
}

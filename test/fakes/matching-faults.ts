import { MatchingFaults, type IndexDifference } from '#use-cases';

/** Remembers what it was told. */
export class HeardFaults extends MatchingFaults {
  readonly heard: [municipalityId: string, difference: IndexDifference][] = [];

  report(...fault: [municipalityId: string, difference: IndexDifference]): void {
    this.heard.push(fault);
  }
}

/** For tests in which matching and rows never differ. */
class NoFaults extends MatchingFaults {
  report(municipalityId: string, difference: IndexDifference): never {
    throw new Error(`matching differs from the rows of ${municipalityId}: ${difference}`);
  }
}

export const noFaults = new NoFaults();

import { createHash } from 'node:crypto';
import { Ids } from '#use-cases';
import { v7 } from 'uuid';

/** Older than anything that people make in the demo, so that what they make comes last in every list. */
const FIRST_MILLISECOND = Date.UTC(2026, 0, 1);

/** The same kind and number have the same id in every demo, on every day; ids of a kind sort by number. */
export function demoId(kind: string, number: number): string {
  const random = createHash('sha256').update(`fodfaeste demo: ${kind} ${number}`).digest().subarray(0, 16);
  return v7({ msecs: FIRST_MILLISECOND + number, random });
}

/** Later than what history numbers: ids that are made on the way sort after it. */
const AFTER_HISTORY = 100_000;

/** For use cases that make ids themselves. */
export class NumberedIds extends Ids {
  private made = 0;

  constructor(private readonly kind: string) {
    super();
  }

  next(): string {
    this.made += 1;
    return demoId(this.kind, AFTER_HISTORY + this.made);
  }
}

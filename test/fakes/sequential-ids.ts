import { Ids } from '#use-cases';

/** The same ids in every run, in order, and valid as UUID v7. */
export class SequentialIds extends Ids {
  private made = 0;

  next(): string {
    return `00000000-0000-7000-8000-${String(++this.made).padStart(12, '0')}`;
  }
}

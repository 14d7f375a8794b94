import { Temporal } from '#domain';

/** Stands still until a test moves it. Begins on Monday 2 November 2026 at 9 in Copenhagen. */
export class SettableClock {
  private instant = Temporal.Instant.from('2026-11-02T08:00:00Z');

  now(): Temporal.Instant {
    return this.instant;
  }

  set(to: Temporal.Instant | string): void {
    this.instant = Temporal.Instant.from(to);
  }

  /** Clock units only: `PT10M`, `PT48H`. */
  advance(by: string): void {
    this.instant = this.instant.add(by);
  }
}

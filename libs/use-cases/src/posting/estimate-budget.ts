import { DomainError, type Temporal } from '#domain';

const HOUR_SECONDS = 3600;

/** A person who posts changes something thirty times; who feels the whole town for its limits needs thousands. */
export class EstimateBudget {
  private readonly spent = new Map<string, { since: Temporal.Instant; asked: Set<string> }>();

  constructor(private readonly perHour: number) {}

  /** The same description again is free. @throws posting.too-many-estimates with the seconds to wait */
  spend(companyId: string, description: string, now: Temporal.Instant): void {
    const hour = this.hourOf(companyId, now);
    if (hour.asked.has(description)) return;
    if (hour.asked.size >= this.perHour) {
      const gone = Math.floor((now.epochMilliseconds - hour.since.epochMilliseconds) / 1000);
      throw new DomainError('posting.too-many-estimates', { retryAfterSeconds: HOUR_SECONDS - gone });
    }
    hour.asked.add(description);
  }

  private hourOf(companyId: string, now: Temporal.Instant): { since: Temporal.Instant; asked: Set<string> } {
    const known = this.spent.get(companyId);
    if (known && now.epochMilliseconds - known.since.epochMilliseconds < HOUR_SECONDS * 1000) return known;
    const fresh = { since: now, asked: new Set<string>() };
    this.spent.set(companyId, fresh);
    return fresh;
  }
}

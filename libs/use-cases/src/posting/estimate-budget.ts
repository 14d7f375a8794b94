import { DomainError, type Temporal } from '#domain';
import type { CandidateSmallJob } from '#matching';

/** What a company asks about people: which of the two answers, for which task on wide steps. */
export interface FitQuestion {
  kind: 'fit' | 'openings';
  municipalityId: string;
  companyId: string;
  task: CandidateSmallJob;
}

interface Asker {
  minute: Temporal.Instant;
  calls: number;
  hour: Temporal.Instant;
  /** Different ones, in this hour. */
  tasks: Set<string>;
}

/** A person who posts changes something thirty times; who feels the whole town for its limits needs thousands. */
const TASKS_AN_HOUR = 400;
const CALLS_A_MINUTE = 60;
const MINUTE = 60;
const HOUR = 3600;
const MOST_ASKERS = 500;
const MOST_ANSWERS = 2_000;

/**
 * How much a company may ask about people, and what it was answered a moment ago, so that the same question costs
 * nothing and is not written down again. One for all that ask, in the memory of a process (ADR 0014).
 */
export class EstimateBudget {
  private readonly askers = new Map<string, Asker>();
  private readonly answers = new Map<string, { answer: unknown; at: Temporal.Instant }>();

  /**
   * What was answered within the last minute; undefined: it has to be calculated.
   *
   * @throws posting.too-many-estimates with the seconds to wait
   */
  ask<Answer>(question: FitQuestion, now: Temporal.Instant): Answer | undefined {
    const asker = this.askerOf(question, now);
    if (asker.calls >= CALLS_A_MINUTE) throw tooMany(MINUTE - secondsSince(asker.minute, now));
    asker.calls += 1;
    const known = this.answers.get(keyOf(question));
    if (known && secondsSince(known.at, now) < MINUTE) return known.answer as Answer;
    const task = JSON.stringify(question.task);
    if (asker.tasks.has(task)) return undefined;
    if (asker.tasks.size >= TASKS_AN_HOUR) throw tooMany(HOUR - secondsSince(asker.hour, now));
    asker.tasks.add(task);
    return undefined;
  }

  /** What was calculated, once it stands in the access log. */
  keep(question: FitQuestion, answer: unknown, now: Temporal.Instant): void {
    putLast(this.answers, keyOf(question), { answer, at: now }, MOST_ANSWERS);
  }

  private askerOf({ municipalityId, companyId }: FitQuestion, now: Temporal.Instant): Asker {
    const id = `${municipalityId} ${companyId}`;
    const asker = this.askers.get(id) ?? { minute: now, calls: 0, hour: now, tasks: new Set<string>() };
    if (secondsSince(asker.minute, now) >= MINUTE) Object.assign(asker, { minute: now, calls: 0 });
    if (secondsSince(asker.hour, now) >= HOUR) Object.assign(asker, { hour: now, tasks: new Set<string>() });
    putLast(this.askers, id, asker, MOST_ASKERS);
    return asker;
  }
}

const keyOf = ({ kind, municipalityId, companyId, task }: FitQuestion): string =>
  JSON.stringify([kind, municipalityId, companyId, task]);

const secondsSince = (then: Temporal.Instant, now: Temporal.Instant): number =>
  Math.floor((now.epochMilliseconds - then.epochMilliseconds) / 1000);

const tooMany = (retryAfterSeconds: number): DomainError =>
  new DomainError('posting.too-many-estimates', { retryAfterSeconds });

/** A map remembers the order in which things were put: the one that was used longest ago makes room. */
function putLast<V>(map: Map<string, V>, key: string, value: V, most: number): void {
  map.delete(key);
  const [oldest] = map.keys();
  if (map.size >= most && oldest !== undefined) map.delete(oldest);
  map.set(key, value);
}

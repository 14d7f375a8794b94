import { minutesBetween, type Temporal } from '../kernel/index.js';

/** A case from when it was opened: until somebody took it, or until now while nobody has. */
export interface WaitingCase {
  openedAt: Temporal.Instant;
  takenAt: Temporal.Instant | null;
  isOpen: boolean;
}

/** Whole minutes; null where no case is counted. */
export interface Lateness {
  cases: number;
  medianMinutes: number | null;
  worstMinutes: number | null;
}

/** A case that closed by itself, because the person came, has waited for nobody and does not count. */
export function latenessOf(cases: readonly WaitingCase[], now: Temporal.Instant): Lateness {
  const minutes = cases
    .filter(({ takenAt, isOpen }) => takenAt !== null || isOpen)
    .map(({ openedAt, takenAt }) => Math.max(0, minutesBetween(openedAt, takenAt ?? now)))
    .sort((a, b) => a - b);
  return { cases: minutes.length, medianMinutes: medianOf(minutes), worstMinutes: minutes.at(-1) ?? null };
}

/** Of numbers in order; halfway between the two in the middle, rounded up. */
export function medianOf(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle]!;
  return sorted.length % 2 === 1 ? upper : Math.ceil((sorted[middle - 1]! + upper) / 2);
}

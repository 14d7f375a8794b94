import { planOf } from './plan-of.js';
import { NO_CONTACT, type AssignmentProblem, type Plan } from './problem.js';

/** A job and a citizen, by their numbers. */
export interface NumberedPair {
  job: number;
  citizen: number;
}

/** What the one who plans has decided beforehand. */
export interface Wishes {
  keep: readonly NumberedPair[];
  never: readonly NumberedPair[];
}

/** Why a pair cannot be kept. */
export type KeepConflict = 'does-not-fit' | 'also-never' | 'citizen-kept-twice' | 'no-seat-left';

/** A pair that is kept, and which one of the problem it is. */
export interface KeptPair extends NumberedPair {
  pair: number;
}

export interface Settled {
  /** What is left to decide: without the kept citizens and their seats, and without the pairs that must not be. */
  rest: AssignmentProblem;
  kept: KeptPair[];
  conflicts: (NumberedPair & { conflict: KeepConflict })[];
}

/**
 * Takes what is decided out of the problem. Decisions that contradict each other are reported, not kept. A contact who
 * is full is no contradiction: whoever keeps a pair decides that (R30), and nobody else new comes there.
 */
export function settle(problem: AssignmentProblem, { keep, never }: Wishes): Settled {
  const { counts, contact } = problem;
  const seats = problem.seats.slice();
  const room = problem.room.slice();
  const settled: Omit<Settled, 'rest'> = { kept: [], conflicts: [] };
  const keyOf = ({ job, citizen }: NumberedPair): number => job * problem.citizens + citizen;
  const unwanted = new Set(never.map(keyOf));
  const jobOfKept = new Map<number, number>();
  for (const wanted of keep) {
    const { job, citizen } = wanted;
    if (jobOfKept.get(citizen) === job) continue;
    const pair = pairOf(problem, wanted);
    const conflict: KeepConflict | null =
      pair === undefined
        ? 'does-not-fit'
        : unwanted.has(keyOf(wanted))
          ? 'also-never'
          : jobOfKept.has(citizen)
            ? 'citizen-kept-twice'
            : seats[job] === 0
              ? 'no-seat-left'
              : null;
    if (pair === undefined || conflict !== null) {
      settled.conflicts.push({ job, citizen, conflict: conflict ?? 'does-not-fit' });
      continue;
    }
    jobOfKept.set(citizen, job);
    seats[job]! -= 1;
    const one = contact[job]!;
    if (one !== NO_CONTACT) room[one] = Math.max(0, room[one]! - counts[pair]!);
    settled.kept.push({ job, citizen, pair });
  }
  const rest = without(
    problem,
    (job, citizen) => jobOfKept.has(citizen) || unwanted.has(keyOf({ job, citizen })),
  );
  return { ...settled, rest: { ...rest, seats, room } };
}

function pairOf(
  { from, citizen }: AssignmentProblem,
  { job, citizen: who }: NumberedPair,
): number | undefined {
  for (let pair = from[job]!; pair < from[job + 1]!; pair += 1) {
    if (citizen[pair] === who) return pair;
  }
  return undefined;
}

function without(
  problem: AssignmentProblem,
  isOut: (job: number, citizen: number) => boolean,
): AssignmentProblem {
  const { citizen, value, counts } = problem;
  const from = new Int32Array(problem.from.length);
  const held: number[] = [];
  for (let job = 0; job < problem.seats.length; job += 1) {
    for (let pair = problem.from[job]!; pair < problem.from[job + 1]!; pair += 1) {
      if (!isOut(job, citizen[pair]!)) held.push(pair);
    }
    from[job + 1] = held.length;
  }
  return {
    ...problem,
    from,
    citizen: Int32Array.from(held, (pair) => citizen[pair]!),
    value: Int32Array.from(held, (pair) => value[pair]!),
    counts: Uint8Array.from(held, (pair) => counts[pair]!),
  };
}

/** The plan of the rest with the kept pairs back in it. */
export function withKept(plan: Plan, kept: readonly KeptPair[], problem: AssignmentProblem): Plan {
  const jobOf = plan.jobOf.slice();
  for (const { job, citizen } of kept) jobOf[citizen] = job;
  return planOf(problem, jobOf);
}

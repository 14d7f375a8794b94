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
export type KeepConflict =
  'does-not-fit' | 'also-never' | 'citizen-kept-twice' | 'no-seat-left' | 'no-room-left';

export interface Settled {
  /** What is left to decide: without the kept citizens and their seats, and without the pairs that must not be. */
  rest: AssignmentProblem;
  kept: (NumberedPair & { value: number })[];
  conflicts: (NumberedPair & { conflict: KeepConflict })[];
}

/** Takes what is decided out of the problem. Decisions that contradict each other are reported, not kept. */
export function settle(problem: AssignmentProblem, { keep, never }: Wishes): Settled {
  const seats = problem.seats.slice();
  const room = problem.room.slice();
  const settled: Omit<Settled, 'rest'> = { kept: [], conflicts: [] };
  const keyOf = ({ job, citizen }: NumberedPair): number => job * problem.citizens + citizen;
  const unwanted = new Set(never.map(keyOf));
  const jobOfKept = new Map<number, number>();
  for (const pair of keep) {
    const { job, citizen } = pair;
    if (jobOfKept.get(citizen) === job) continue;
    const value = valueOf(problem, pair);
    const contact = problem.contact[job]!;
    const conflict: KeepConflict | null =
      value === undefined
        ? 'does-not-fit'
        : unwanted.has(keyOf(pair))
          ? 'also-never'
          : jobOfKept.has(citizen)
            ? 'citizen-kept-twice'
            : seats[job] === 0
              ? 'no-seat-left'
              : contact !== NO_CONTACT && room[contact] === 0
                ? 'no-room-left'
                : null;
    if (value === undefined || conflict !== null) {
      settled.conflicts.push({ job, citizen, conflict: conflict ?? 'does-not-fit' });
      continue;
    }
    jobOfKept.set(citizen, job);
    seats[job]! -= 1;
    if (contact !== NO_CONTACT) room[contact]! -= 1;
    settled.kept.push({ job, citizen, value });
  }
  const rest = without(
    problem,
    (job, citizen) => jobOfKept.has(citizen) || unwanted.has(keyOf({ job, citizen })),
  );
  return { ...settled, rest: { ...rest, seats, room } };
}

function valueOf({ from, citizen, value }: AssignmentProblem, pair: NumberedPair): number | undefined {
  for (let at = from[pair.job]!; at < from[pair.job + 1]!; at += 1) {
    if (citizen[at] === pair.citizen) return value[at];
  }
  return undefined;
}

function without(
  problem: AssignmentProblem,
  isOut: (job: number, citizen: number) => boolean,
): AssignmentProblem {
  const { citizen, value } = problem;
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
  };
}

/** The plan of the rest with the kept pairs back in it. */
export function withKept(plan: Plan, kept: Settled['kept'], problem: AssignmentProblem): Plan {
  const jobOf = plan.jobOf.slice();
  const filledOf = plan.filledOf.slice();
  const usedOf = plan.usedOf.slice();
  let { objective } = plan;
  for (const { job, citizen, value } of kept) {
    jobOf[citizen] = job;
    filledOf[job]! += 1;
    const contact = problem.contact[job]!;
    if (contact !== NO_CONTACT) usedOf[contact]! += 1;
    objective += value;
  }
  return { jobOf, filledOf, usedOf, objective, filled: plan.filled + kept.length };
}

import type { AssignmentProblem, CompanyBounds, Plan } from '#matching';

/** A best plan; and per contact a number of points that one more place cannot win more than. */
export interface BoundedPlan extends Plan {
  worthAtMost: Int32Array;
}

/** Solves what the exact assignment of `#matching` cannot take: it may need seconds, and does not stand in the way. */
export abstract class AssignmentSolver {
  /**
   * `seconds`: for whoever does not want to wait as long as the solver would.
   * @throws assignment.too-slow when no best plan is found in time; assignment.stopped when it is closed meanwhile
   */
  abstract solve(problem: AssignmentProblem, bounds?: CompanyBounds, seconds?: number): Promise<BoundedPlan>;

  /** Gives back what it holds beside this thread; nothing can be asked any more. */
  abstract close(): Promise<void>;
}

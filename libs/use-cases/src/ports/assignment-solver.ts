import type { AssignmentProblem, CompanyBounds, Plan } from '#matching';

/** A best plan; and per contact the points that one more place would win, where the solver can prove them. */
export interface BoundedPlan extends Plan {
  contactPrices: Int32Array | null;
}

/** Solves what the exact assignment of `#matching` cannot take: it may need seconds, and does not stand in the way. */
export abstract class AssignmentSolver {
  /** @throws assignment.too-slow when no best plan is found in time */
  abstract solve(problem: AssignmentProblem, bounds: CompanyBounds): Promise<BoundedPlan>;

  /** Gives back what it holds beside this thread. */
  abstract close(): Promise<void>;
}

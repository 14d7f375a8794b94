import { Assignment, withKept, type AssignmentProblem, type CompanyBounds, type Plan } from '#matching';
import type { AssignmentSolver } from '../ports/index.js';
import type { Decided } from './decided.js';

export interface BestPlan {
  plan: Plan;
  /** Per contact the points that one more place would win; null when that cannot be said. */
  prices: Int32Array | null;
}

/**
 * The best plan of what is left to decide, and the kept pairs with it. The exact assignment answers in milliseconds;
 * only where its plan gives a company too many is the slower solver asked.
 */
export async function planFor(
  problem: AssignmentProblem,
  { rest, kept, bounds }: Decided,
  solver: AssignmentSolver,
): Promise<BestPlan> {
  const own = Assignment.solve(rest);
  if (!bounds || keeps(own, bounds)) {
    return { plan: withKept(own, kept, problem), prices: own.worthOfOnePlaceMore() };
  }
  const bounded = await solver.solve(rest, bounds);
  return { plan: withKept(bounded, kept, problem), prices: bounded.contactPrices };
}

function keeps({ filledOf }: Plan, { company, most }: CompanyBounds): boolean {
  const used = new Int32Array(most.length);
  filledOf.forEach((filled, job) => (used[company[job]!]! += filled));
  return used.every((count, one) => count <= most[one]!);
}

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
  if (!bounds) return { plan: withKept(own, kept, problem), prices: own.worthOfOnePlaceMore() };
  if (keeps(own, bounds))
    return { plan: withKept(own, kept, problem), prices: pricesWithin(own, rest, bounds) };
  const bounded = await solver.solve(rest, bounds);
  return { plan: withKept(bounded, kept, problem), prices: bounded.contactPrices };
}

/** What a place more wins, where the plan with that place keeps the bounds too. */
function pricesWithin(own: Assignment, rest: AssignmentProblem, bounds: CompanyBounds): Int32Array | null {
  const prices = own.worthOfOnePlaceMore();
  const isTrue = (price: number, contact: number): boolean => {
    if (price === 0) return true;
    const room = rest.room.map((places, one) => (one === contact ? places + 1 : places));
    return keeps(Assignment.solve({ ...rest, room }), bounds);
  };
  return prices.every(isTrue) ? prices : null;
}

function keeps({ filledOf }: Plan, { company, most }: CompanyBounds): boolean {
  const used = new Int32Array(most.length);
  filledOf.forEach((filled, job) => (used[company[job]!]! += filled));
  return used.every((count, one) => count <= most[one]!);
}

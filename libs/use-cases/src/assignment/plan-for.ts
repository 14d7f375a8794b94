import { everyPairCounts, withKept, type AssignmentProblem, type Plan } from '#matching';
import type { AssignmentSolver } from '../ports/index.js';
import { byNetwork } from './by-network.js';
import type { Decided } from './decided.js';
import { verifiedPrices, type Price } from './verified-prices.js';

/** What is left of a problem, and what is decided already. */
export type ToDecide = Pick<Decided, 'rest' | 'kept' | 'bounds'>;

export interface BestPlan {
  plan: Plan;
  /** Per contact the points that one more place would win; null when that cannot be said. */
  prices: readonly Price[];
}

/**
 * The best plan of what is left to decide, and the kept pairs with it. The exact assignment answers in milliseconds;
 * the slower solver is asked where contacts who know some of the people already, or companies with a bound, stand in
 * its plan's way.
 */
export async function planFor(
  problem: AssignmentProblem,
  { rest, kept, bounds }: ToDecide,
  solver: AssignmentSolver,
): Promise<BestPlan> {
  const found = byNetwork(rest, bounds) ?? (await solver.solve(rest, bounds));
  const { worthAtMost } = found;
  // Where nothing cuts across, what the network says of one more place is exact.
  const prices =
    everyPairCounts(rest) && !bounds
      ? Array.from(worthAtMost)
      : await verifiedPrices(found, { rest, bounds }, solver);
  return { plan: withKept(found, kept, problem), prices };
}

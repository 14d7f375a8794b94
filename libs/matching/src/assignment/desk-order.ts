import type { AssignmentProblem, CompanyBounds, Plan } from './problem.js';
import { Seating } from './seating.js';

/**
 * To compare with: how it is done at a desk. The jobs in the order in which they were posted; on each seat the free
 * citizen with the highest value there, then the lowest number, as long as contact and company have room.
 */
export function deskOrder(
  problem: AssignmentProblem,
  posted: Iterable<number>,
  bounds?: CompanyBounds,
): Plan {
  const { from, citizen, value } = problem;
  const seating = new Seating(problem, bounds);
  for (const job of posted) {
    const best = Int32Array.from({ length: from[job + 1]! - from[job]! }, (_, n) => from[job]! + n).sort(
      (a, b) => value[b]! - value[a]! || citizen[a]! - citizen[b]!,
    );
    for (const pair of best) {
      if (!seating.hasFreeSeat(job)) break;
      if (seating.takes(job, pair)) seating.seat(job, pair);
    }
  }
  return seating;
}

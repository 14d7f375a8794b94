import type { AssignmentProblem, CompanyBounds, Plan } from './problem.js';
import { Seating } from './seating.js';

/** To compare with: the pair of the highest value first, then the job and the citizen with the lowest number. */
export function greedy(problem: AssignmentProblem, bounds?: CompanyBounds): Plan {
  const { from, citizen, value, seats } = problem;
  const jobOfPair = new Int32Array(citizen.length);
  for (let job = 0; job < seats.length; job += 1) jobOfPair.fill(job, from[job], from[job + 1]);
  const order = Int32Array.from(citizen.keys()).sort(
    (a, b) => value[b]! - value[a]! || jobOfPair[a]! - jobOfPair[b]! || citizen[a]! - citizen[b]!,
  );
  const seating = new Seating(problem, bounds);
  for (const pair of order) {
    const job = jobOfPair[pair]!;
    if (seating.takes(job, pair)) seating.seat(job, pair);
  }
  return seating;
}

import {
  Assignment,
  everyPairCounts,
  planOf,
  withoutContacts,
  type AssignmentProblem,
  type CompanyBounds,
  type Plan,
} from '#matching';
import type { BoundedPlan } from '../ports/index.js';

/**
 * The best plan from the exact assignment, which is sure to be best where it keeps every bound: with the contacts in it
 * where each pair counts, and otherwise without them, as if everybody had room. Null where it breaks one.
 */
export function byNetwork(problem: AssignmentProblem, bounds?: CompanyBounds): BoundedPlan | null {
  const found = Assignment.solve(everyPairCounts(problem) ? problem : withoutContacts(problem));
  const plan = planOf(problem, found.jobOf);
  if (!hasRoom(plan, problem) || (bounds && !keeps(plan, bounds))) return null;
  return { ...plan, worthAtMost: found.worthOfOnePlaceMore() };
}

const hasRoom = ({ usedOf }: Plan, { room }: AssignmentProblem): boolean =>
  usedOf.every((used, contact) => used <= room[contact]!);

function keeps({ filledOf }: Plan, { company, most }: CompanyBounds): boolean {
  const used = new Int32Array(most.length);
  filledOf.forEach((filled, job) => (used[company[job]!]! += filled));
  return used.every((count, one) => count <= most[one]!);
}

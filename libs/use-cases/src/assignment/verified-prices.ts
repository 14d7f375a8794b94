import { DomainError } from '#domain';
import type { AssignmentProblem, CompanyBounds } from '#matching';
import type { AssignmentSolver, BoundedPlan } from '../ports/index.js';
import { byNetwork } from './by-network.js';

/** Points that one more place would win; null when that cannot be said. */
export type Price = number | null;

/** Each contact that is asked about is as much work as the plan, and somebody waits: HiGHS does 40,000 pairs in a second. */
const PAIRS = 150_000;
const MOST_ASKED = 12;
const SECONDS = 2;

/**
 * What one more place at each contact wins. That a solver's bound is 0 proves it; what is above is only a bound, so the
 * plan with one place more is made, for the few full contacts with the highest.
 */
export async function verifiedPrices(
  { objective, usedOf, worthAtMost }: BoundedPlan,
  { rest, bounds }: { rest: AssignmentProblem; bounds: CompanyBounds | undefined },
  solver: AssignmentSolver,
): Promise<Price[]> {
  const prices = Array.from(worthAtMost, (most): Price => (most === 0 ? 0 : null));
  const asked = [...prices.keys()]
    .filter((contact) => prices[contact] === null && usedOf[contact] === rest.room[contact])
    .sort((a, b) => worthAtMost[b]! - worthAtMost[a]! || a - b)
    .slice(0, mostAsked(rest));
  for (const contact of asked) {
    const richer = { ...rest, room: rest.room.with(contact, rest.room[contact]! + 1) };
    const plan = byNetwork(richer, bounds) ?? (await inTime(solver.solve(richer, bounds, SECONDS)));
    if (!plan) break;
    prices[contact] = plan.objective - objective;
  }
  return prices;
}

/** All of a small municipality, three of a large one; the first in any. */
const mostAsked = ({ citizen: pairs }: AssignmentProblem): number =>
  Math.min(MOST_ASKED, Math.max(1, Math.floor(PAIRS / pairs.length)));

/** Undefined when there was no answer in time. */
async function inTime(answer: Promise<BoundedPlan>): Promise<BoundedPlan | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'assignment.too-slow') return undefined;
    throw error;
  }
}

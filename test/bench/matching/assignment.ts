import {
  pairsOf,
  problemOf,
  standardAssignmentRules,
  waitingDays,
  type AssignmentProblem,
  type MatchingIndex,
} from '#matching';
import { measureProblem } from './assignment-problem.js';
import type { AssignmentFigures } from './measure/assignment-answer.js';
import type { Case } from './peers/peer.js';
import { distributions } from './population/distributions.js';
import { Random } from './population/random.js';

/** An assignment is made for one municipality; more jobs than this have no single leader who plans them. */
const MOST_JOBS = 2_000;

/** All openings of the drawn municipality at once: own solver, HiGHS, desk order and greedy; and changes of one job. */
export async function measureAssignment(
  index: MatchingIndex,
  given: Case,
  effort: { rounds: number; short: boolean },
): Promise<AssignmentFigures> {
  const { smallJobs } = given.population;
  if (smallJobs.length > MOST_JOBS)
    return { differences: 0, skipped: 'planned municipality by municipality' };
  const problem = drawnProblem(index, given);
  const companyIds = [...new Set(smallJobs.map(({ companyId }) => companyId))];
  const ofJob = new Map(smallJobs.map(({ id, companyId }) => [id, companyIds.indexOf(companyId)]));
  const company = Int32Array.from(sortedIds(smallJobs), (id) => ofJob.get(id)!);
  return { ...(await measureProblem(problem, company, effort)) };
}

const sortedIds = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id).sort();

/**
 * One to four seats a job, 1.66 on average; every contact follows those whose broker she or he is, and has room up to
 * the target.
 */
function drawnProblem(index: MatchingIndex, { population, day }: Case): AssignmentProblem {
  const random = new Random(8);
  const citizens = new Map(population.citizens.map((one) => [one.id, one]));
  const smallJobs = new Map(population.smallJobs.map((one) => [one.id, one]));
  const jobIds = sortedIds(population.smallJobs);
  const citizenIds = sortedIds(population.citizens);
  const caseloads = new Map<string, number>();
  for (const { brokerId } of population.citizens)
    if (brokerId !== null) caseloads.set(brokerId, (caseloads.get(brokerId) ?? 0) + 1);
  const contactIds = new Set(population.smallJobs.flatMap(({ fixedContactId }) => fixedContactId ?? []));
  const { caseloadTarget } = standardAssignmentRules;
  return problemOf(
    pairsOf(index.fittingPairs(), jobIds, citizenIds),
    {
      smallJobs: jobIds.map((id) => ({
        seats: random.weighted(seatsOfAJob),
        contactId: smallJobs.get(id)!.fixedContactId,
      })),
      waitedDays: citizenIds.map((id) => waitingDays(citizens.get(id)!.waitingSince, day)),
      // Everybody is somebody new: the network, which goal 8 is about.
      brokerIds: citizenIds.map(() => null),
      contacts: [...contactIds].sort().map((id) => ({
        id,
        room: Math.max(0, caseloadTarget - (caseloads.get(id) ?? distributions.citizen.caseload)),
      })),
    },
    standardAssignmentRules,
  );
}

const seatsOfAJob = [
  [1, 60],
  [2, 22],
  [3, 10],
  [4, 8],
] as const;

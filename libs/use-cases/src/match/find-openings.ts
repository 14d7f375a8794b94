import type { Actor, Company, SmallJob } from '#domain';
import type { CandidateSmallJob, Openings } from '#matching';
import type { UnitOfWork } from '../ports/index.js';
import { AskedOnce } from '../posting/asked-once.js';
import { coarseTask } from '../posting/coarse.js';
import { EstimateBudget } from '../posting/estimate-budget.js';
import { placeOf } from '../posting/usual-task.js';
import { whoLooks } from '../records/log-shown.js';
import { positionOf } from '../small-job/position-of.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { asCandidateJob } from './candidate-data.js';
import { MatchingIndexes, type CurrentMatching } from './index/matching-indexes.js';

/**
 * What if: how many more would fit with each single change of the job, and with the best pair. A company sees steps
 * and never the limit of somebody, from a place that it did not choose on the map, within its budget (ADR 0014).
 */
export class FindOpenings {
  static readonly needs = [MatchingIndexes, EstimateBudget] as const;

  constructor(
    private readonly indexes: MatchingIndexes,
    private readonly budget: EstimateBudget,
  ) {}

  /** @throws posting.too-many-estimates for a company that asks without end */
  async execute(smallJobId: string, actor: Actor): Promise<Openings> {
    const { municipalityId } = actor;
    const isCompany = actor.role === 'employer';
    const asked = new AskedOnce<Openings>(this.budget);
    const answer = await this.indexes.inMunicipality(
      municipalityId,
      isCompany ? 'coarse' : 'exact',
      async (unit, matching) => {
        const smallJob = found(await unit.smallJobs.find(smallJobId), 'small-job.not-found');
        refuseOtherCompany(actor, smallJob.companyId, 'small-job.not-found');
        const job = await asCandidateJob(unit, smallJob);
        if (!isCompany) return calculate(unit, job, await matching(), actor);
        const company = found(await unit.companies.find(smallJob.companyId), 'small-job.not-found');
        const task = coarseTask(asAsked(job, smallJob, company));
        const question = { kind: 'openings', municipalityId, companyId: company.id, task } as const;
        const known = asked.ask(question, await unit.now());
        return known ?? calculate(unit, task, await matching(), actor);
      },
    );
    asked.keep(answer);
    return answer;
  }
}

async function calculate(
  unit: UnitOfWork,
  job: CandidateSmallJob,
  { index }: CurrentMatching,
  actor: Actor,
): Promise<Openings> {
  await unit.logAccess({
    ...whoLooks(actor),
    kind: 'calculated',
    citizenIds: 'everybody',
    purpose: 'small-job.openings',
  });
  return index.openings(job);
}

/** What can be felt for with a posted job: its title and its words make no other question of it. */
const asAsked = (job: CandidateSmallJob, { workplace }: SmallJob, company: Company): CandidateSmallJob => ({
  id: job.id,
  companyId: job.companyId,
  category: job.category,
  workplace: { position: positionOf(placeOf(workplace), company) },
  weeklyShifts: job.weeklyShifts,
  startDate: job.startDate,
  endDate: job.endDate,
  startFlexibilityMinutes: job.startFlexibilityMinutes,
  demands: job.demands,
  danishLevel: job.danishLevel,
  certificates: job.certificates,
  accommodationsOffered: job.accommodationsOffered,
  roomToGrowHours: job.roomToGrowHours,
  ruledOutCitizenIds: job.ruledOutCitizenIds,
  fixedContactId: job.fixedContactId,
});

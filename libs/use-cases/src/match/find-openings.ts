import type { Actor, Company, SmallJob } from '#domain';
import { openings, type CandidateSmallJob, type MatchingDay, type Openings } from '#matching';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { coarseCitizen, coarseTask } from '../posting/coarse.js';
import { EstimateBudget, type FitQuestion } from '../posting/estimate-budget.js';
import { placeOf } from '../posting/usual-task.js';
import { whoLooks } from '../records/log-shown.js';
import { positionOf } from '../small-job/position-of.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { asCandidateJob, asCandidates, dayOfMatching } from './candidate-data.js';

/**
 * What if: how many more would fit with each single change of the job, and with the best pair. A company sees steps
 * and never the limit of somebody, from a place that it did not choose on the map, within its budget (ADR 0014).
 */
export class FindOpenings {
  static readonly needs = [Transactor, EstimateBudget] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly budget: EstimateBudget,
  ) {}

  /** @throws posting.too-many-estimates for a company that asks without end */
  async execute(smallJobId: string, actor: Actor): Promise<Openings> {
    const { municipalityId } = actor;
    const { answer, keep } = await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const smallJob = found(await unit.smallJobs.find(smallJobId), 'small-job.not-found');
      refuseOtherCompany(actor, smallJob.companyId, 'small-job.not-found');
      const day = await dayOfMatching(unit);
      const job = await asCandidateJob(unit, smallJob);
      if (actor.role !== 'employer') return { answer: await calculate(unit, job, day, actor), keep: null };
      const company = found(await unit.companies.find(smallJob.companyId), 'small-job.not-found');
      const task = coarseTask(asAsked(job, smallJob, company));
      const question: FitQuestion = { kind: 'openings', municipalityId, companyId: company.id, task };
      const known = this.budget.ask<Openings>(question, day.at);
      return known
        ? { answer: known, keep: null }
        : { answer: await calculate(unit, task, day, actor), keep: { question, at: day.at } };
    });
    if (keep) this.budget.keep(keep.question, answer, keep.at);
    return answer;
  }
}

async function calculate(
  unit: UnitOfWork,
  job: CandidateSmallJob,
  day: MatchingDay,
  actor: Actor,
): Promise<Openings> {
  const citizens = await unit.citizens.list();
  await unit.logAccess({
    ...whoLooks(actor),
    kind: 'calculated',
    citizenIds: citizens.map(({ id }) => id),
    purpose: 'small-job.openings',
  });
  const candidates = await asCandidates(unit, citizens, day);
  return openings(job, actor.role === 'employer' ? candidates.map(coarseCitizen) : candidates, { day });
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

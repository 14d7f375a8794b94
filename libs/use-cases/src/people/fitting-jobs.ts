import type { Actor, SmallJob } from '#domain';
import { RankSmallJobs } from '../match/rank-small-jobs.js';
import { Transactor } from '../ports/index.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';

export interface FittingSmallJob {
  smallJob: SmallJob;
  company: string;
  /** Of 10,000. */
  score: number;
  /** Why, the heaviest reason first. */
  why: string[];
}

const REASONS = 3;

/** The open small jobs that fit a citizen best, with names and the reasons that weigh most. */
export class FittingJobs {
  static readonly needs = [RankSmallJobs, Transactor] as const;

  constructor(
    private readonly rank: RankSmallJobs,
    private readonly transactor: Transactor,
  ) {}

  /** @throws citizen.not-found */
  async execute(citizenId: string, { limit }: { limit: number }, actor: Actor): Promise<FittingSmallJob[]> {
    refuseUnlessStaff(actor);
    const { ranked } = await this.rank.execute(citizenId, { limit, excluded: false }, actor);
    if (ranked.length === 0) return [];
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const jobs = await unit.smallJobs.list({ id: { in: ranked.map(({ smallJobId }) => smallJobId) } });
      const companies = await unit.companies.list({
        id: { in: [...new Set(jobs.map(({ companyId }) => companyId))] },
      });
      return ranked.flatMap(({ smallJobId, score, parts }): FittingSmallJob[] => {
        const smallJob = jobs.find(({ id }) => id === smallJobId);
        if (!smallJob) return [];
        const company = companies.find(({ id }) => id === smallJob.companyId)?.name ?? '';
        const heaviest = [...parts].filter(({ points }) => points > 0).sort((a, b) => b.points - a.points);
        return [{ smallJob, company, score, why: heaviest.slice(0, REASONS).map(({ text }) => text) }];
      });
    });
  }
}

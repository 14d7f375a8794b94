import type { Actor, Citizen, SmallJob } from '#domain';
import { rankCitizens, rankSmallJobs, type CitizenRanking, type SmallJobRanking } from '#matching';
import { Ids, Transactor, type RankingRecord, type UnitOfWork } from '../ports/index.js';
import { logShown, whoLooks } from '../records/log-shown.js';
import { found } from '../wiring/permissions.js';
import {
  asCandidate,
  asCandidateJob,
  asCandidateJobs,
  asCandidates,
  dayOfMatching,
} from './candidate-data.js';

export type Scope = 'mine' | 'team' | 'municipality';

export interface RankInput {
  scope: Scope;
  limit: number;
  excluded: boolean;
}

export interface StoredRanking extends CitizenRanking {
  id: string;
  at: RankingRecord['at'];
}

/** How many places the worker stores ahead of time (matching.md: stored 40, shown 20). */
const STORED_PLACES = 40;

/** Who fits a small job, best first, and for everybody else every rule that says no. */
export class RankCandidates {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  /** Each ranking that is shown is stored with rule version and reasons, and logged per citizen. */
  async execute(smallJobId: string, input: RankInput, actor: Actor): Promise<StoredRanking> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const smallJob = found(await unit.smallJobs.find(smallJobId), 'small-job.not-found');
      const citizens = await inScope(unit, input.scope, actor);
      const ranking = await this.rank(unit, smallJob, citizens, {
        limit: input.limit,
        excluded: input.excluded,
      });
      const record = await this.store(unit, smallJob, ranking, actor.name);
      const who = { ...whoLooks(actor), purpose: 'small-job.ranking' as const };
      const shown = [...ranking.ranked, ...(ranking.excluded ?? [])].map(({ citizenId }) => citizenId);
      const seen = new Set(shown);
      await unit.logAccess({ ...who, kind: 'shown', citizenIds: shown });
      const counted = citizens.map(({ id }) => id).filter((id) => !seen.has(id));
      await unit.logAccess({ ...who, kind: 'calculated', citizenIds: counted });
      return { ...ranking, id: record.id, at: record.at };
    });
  }

  /** The worker makes the list ready when a small job is published. Nobody has seen anybody. */
  async aheadOfTime(municipalityId: string, smallJobId: string): Promise<void> {
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const smallJob = await unit.smallJobs.find(smallJobId);
      if (smallJob?.status !== 'open') return;
      const citizens = await unit.citizens.list();
      const ranking = await this.rank(unit, smallJob, citizens, { limit: STORED_PLACES, excluded: false });
      await this.store(unit, smallJob, ranking, null);
      const citizenIds = citizens.map(({ id }) => id);
      await unit.logAccess({
        who: 'Fodfæste',
        staffId: null,
        companyId: null,
        kind: 'calculated',
        citizenIds,
        purpose: 'match.rank',
      });
    });
  }

  private async rank(
    unit: UnitOfWork,
    smallJob: SmallJob,
    citizens: Citizen[],
    options: { limit: number; excluded: boolean },
  ): Promise<CitizenRanking> {
    const day = await dayOfMatching(unit);
    return rankCitizens(await asCandidateJob(unit, smallJob), await asCandidates(unit, citizens, day), {
      day,
      ...options,
    });
  }

  private async store(
    unit: UnitOfWork,
    smallJob: SmallJob,
    ranking: CitizenRanking,
    shownTo: string | null,
  ): Promise<RankingRecord> {
    const record: RankingRecord = {
      id: this.ids.next(),
      municipalityId: unit.municipalityId,
      smallJobId: smallJob.id,
      ruleVersion: ranking.ruleVersion,
      considered: ranking.considered,
      eligible: ranking.eligible,
      ranked: ranking.ranked.slice(0, STORED_PLACES),
      shownTo,
      at: await unit.now(),
    };
    await unit.rankings.insert(record);
    return record;
  }
}

/** *Mine*: I am the broker. *Teamet*: somebody of my team is. *Kommunen*: everybody. */
async function inScope(unit: UnitOfWork, scope: Scope, actor: Actor): Promise<Citizen[]> {
  if (scope === 'municipality') return unit.citizens.list();
  if (!actor.staffId) return [];
  if (scope === 'mine') return unit.citizens.list({ brokerId: actor.staffId });
  const me = found(await unit.staff.find(actor.staffId), 'staff.not-found');
  if (me.teamId === null) return unit.citizens.list({ brokerId: me.id });
  const team = await unit.staff.list({ teamId: me.teamId });
  return unit.citizens.list({ brokerId: { in: team.map(({ id }) => id) } });
}

/** The citizen's side: which open small jobs fit, best first, and why the others do not. */
export class RankSmallJobs {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(
    citizenId: string,
    input: { limit: number; excluded: boolean },
    actor: Actor,
  ): Promise<SmallJobRanking & { at: RankingRecord['at'] }> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const citizen = found(await unit.citizens.find(citizenId), 'citizen.not-found');
      const day = await dayOfMatching(unit);
      const open = await unit.smallJobs.list({ status: 'open' });
      await logShown(unit, actor, [citizenId], 'citizen.ranking');
      const ranking = rankSmallJobs(
        await asCandidate(unit, citizen, day),
        await asCandidateJobs(unit, open),
        { day, ...input },
      );
      return { ...ranking, at: day.at };
    });
  }
}

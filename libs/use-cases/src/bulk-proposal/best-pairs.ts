import {
  openMatchStates,
  openOfferStates,
  type Actor,
  type Citizen,
  type Company,
  type SmallJob,
} from '#domain';
import type { Scope } from '../match/in-scope.js';
import { RankCandidates, type StoredRanking } from '../match/rank-candidates.js';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { sortedPageOf, type Page, type PageRequest } from '../records/page.js';
import { logShown } from '../records/log-shown.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';

export interface JobWithBest {
  smallJob: SmallJob;
  company: Company | null;
  /** Best first; nobody who has been asked or offered anything. */
  people: { citizen: Citizen; broker: string | null; isOwn: boolean; score: number }[];
}

/** So many are looked at for each small job, since the best may be taken, and so many are shown. */
const LOOKED_AT = 12;
const SHOWN = 3;

/** The open small jobs with a seat left, and the best whom nobody has asked about anything. */
export class BestPairs {
  static readonly needs = [Transactor, RankCandidates] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly rank: RankCandidates,
  ) {}

  /** Each small job is a ranking that is stored and logged as any other: few on a page. */
  async execute(scope: Scope, page: PageRequest, actor: Actor): Promise<Page<JobWithBest>> {
    refuseUnlessStaff(actor);
    const jobs = await this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      sortedPageOf(unit.smallJobs, { status: 'open' }, page, { by: 'startDate' }),
    );
    const rankings = new Map<string, StoredRanking>();
    for (const { id, positions, seatsTaken } of jobs.items) {
      if (seatsTaken >= positions) continue;
      rankings.set(id, await this.rank.execute(id, { scope, limit: LOOKED_AT, excluded: false }, actor));
    }
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const pairs = await freeOf(unit, rankings);
      const companies = await unit.companies.list({
        id: { in: jobs.items.map(({ companyId }) => companyId) },
      });
      const companyOf = new Map(companies.map((company) => [company.id, company]));
      const staff = new Map((await unit.staff.list()).map(({ id, name }) => [id, name]));
      const items = jobs.items
        .filter(({ id }) => rankings.has(id))
        .map((smallJob): JobWithBest => ({
          smallJob,
          company: companyOf.get(smallJob.companyId) ?? null,
          people: pairs(smallJob.id).map(({ citizen, score }) => ({
            citizen,
            score,
            broker: citizen.brokerId === null ? null : (staff.get(citizen.brokerId) ?? null),
            isOwn: citizen.brokerId === null || citizen.brokerId === actor.staffId,
          })),
        }));
      const shown = items.flatMap(({ people }) => people.map(({ citizen }) => citizen.id));
      await logShown(unit, actor, shown, 'bulk-proposal.choose');
      return { items, next: jobs.next };
    });
  }
}

async function freeOf(unit: UnitOfWork, rankings: ReadonlyMap<string, StoredRanking>) {
  const ids = [
    ...new Set([...rankings.values()].flatMap(({ ranked }) => ranked.map((one) => one.citizenId))),
  ];
  const citizens = new Map((await unit.citizens.list({ id: { in: ids } })).map((one) => [one.id, one]));
  const busy = new Set([
    ...(await unit.matches.list({ citizenId: { in: ids }, state: { in: openMatchStates } })).map(
      ({ citizenId }) => citizenId,
    ),
    ...(await unit.offers.list({ citizenId: { in: ids }, state: { in: openOfferStates } })).map(
      ({ citizenId }) => citizenId,
    ),
  ]);
  return (smallJobId: string) =>
    (rankings.get(smallJobId)?.ranked ?? [])
      .flatMap(({ citizenId, score }) => {
        const citizen = citizens.get(citizenId);
        return citizen && !busy.has(citizenId) ? [{ citizen, score }] : [];
      })
      .slice(0, SHOWN);
}

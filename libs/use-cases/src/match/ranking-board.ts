import type { Actor, Company, SmallJob } from '#domain';
import { constraints, ruleInWords, type ConstraintCode, type Openings } from '#matching';
import { contactsOf, type SmallJobContacts } from '../contact/contacts-of.js';
import type { UnitOfWork } from '../ports/index.js';
import { whoLooks } from '../records/log-shown.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { asCandidateJob } from './candidate-data.js';
import { brokersIn, type Scope } from './in-scope.js';
import { MatchingIndexes } from './index/matching-indexes.js';
import { listedPeople, type ListedPerson } from './listed-people.js';
import { RankCandidates, type RankInput, type StoredRanking } from './rank-candidates.js';

/** The ranking as one screen: who, whose they are, how the rest of the municipality stands, and what would help. */
export interface Board extends SmallJobContacts {
  smallJob: SmallJob;
  company: Company;
  ranking: StoredRanking;
  people: ReadonlyMap<string, ListedPerson>;
  /** How many fit in each scope. */
  fitting: Readonly<Record<Scope, number>>;
  openings: Openings;
  inTheWay: readonly RuleCount[];
}

/** How many of the municipality a rule says no to. */
export interface RuleCount {
  constraint: ConstraintCode;
  /** Danish, after "på grund af": "arbejdstiden". */
  name: string;
  count: number;
  /** Those whom nothing else keeps out. */
  only: number;
}

export type BoardInput = Omit<RankInput, 'excluded'>;

/** How many are listed when nothing is said. */
export const BOARD_PLACES = 20;

/** *Rangliste*: all that the screen of one small job shows, of one moment and with one stored ranking behind it. */
export class RankingBoard {
  static readonly needs = [MatchingIndexes, RankCandidates] as const;

  constructor(
    private readonly indexes: MatchingIndexes,
    private readonly rankCandidates: RankCandidates,
  ) {}

  async execute(smallJobId: string, input: BoardInput, actor: Actor): Promise<Board> {
    refuseUnlessStaff(actor);
    return this.indexes.inMunicipality(actor.municipalityId, 'exact', async (unit, matching) => {
      // First of all: where the index has to follow others, the work begins again.
      const { index } = await matching();
      const smallJob = found(await unit.smallJobs.find(smallJobId), 'small-job.not-found');
      const company = found(await unit.companies.find(smallJob.companyId), 'company.not-found');
      const ranking = await this.rankCandidates.within(
        unit,
        matching,
        smallJobId,
        { ...input, excluded: false },
        actor,
      );
      const ids = ranking.ranked.map(({ citizenId }) => citizenId);
      const rows = await unit.citizens.list({ id: { in: ids } });
      const job = await asCandidateJob(unit, smallJob);
      const { masks, idOf } = index.reasonsForAll(job);
      await unit.logAccess({
        ...whoLooks(actor),
        kind: 'calculated',
        citizenIds: 'everybody',
        purpose: 'small-job.openings',
      });
      const fitting = await countsBy(unit, actor, fittingAmong(masks, idOf));
      return {
        smallJob,
        company,
        ranking,
        people: await listedPeople(unit, rows, smallJobId),
        fitting,
        inTheWay: rulesOf(masks),
        openings: index.openings(job),
        ...(await contactsOf(unit, [smallJobId]))(smallJobId),
      };
    });
  }
}

function fittingAmong(masks: Uint32Array, idOf: (at: number) => string): string[] {
  const ids: string[] = [];
  for (let at = 0; at < masks.length; at += 1) if (masks[at] === 0) ids.push(idOf(at));
  return ids;
}

/** The two smaller scopes are counted by the database, which knows whose citizens they are: no row is read for it. */
async function countsBy(
  unit: UnitOfWork,
  actor: Actor,
  fitting: readonly string[],
): Promise<Record<Scope, number>> {
  const among = async (scope: 'mine' | 'team'): Promise<number> =>
    unit.citizens.count({ id: { in: fitting }, brokerId: { in: await brokersIn(unit, scope, actor) } });
  return { mine: await among('mine'), team: await among('team'), municipality: fitting.length };
}

/** Most people first. A rule that keeps nobody out is left out. */
function rulesOf(masks: Uint32Array): RuleCount[] {
  const counts = constraints.map(() => ({ count: 0, only: 0 }));
  for (const mask of masks) {
    for (let left = mask; left !== 0; left &= left - 1) {
      const rule = counts[31 - Math.clz32(left & -left)]!;
      rule.count += 1;
      if ((mask & (mask - 1)) === 0) rule.only += 1;
    }
  }
  return counts
    .map((row, at) => ({
      constraint: constraints[at]!.code,
      name: ruleInWords(constraints[at]!.code),
      ...row,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

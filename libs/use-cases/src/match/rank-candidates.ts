import type { Actor } from '#domain';
import { rankCitizens, RULE_VERSION, type CitizenRanking } from '#matching';
import { Ids, type RankingRecord, type UnitOfWork } from '../ports/index.js';
import { whoLooks } from '../records/log-shown.js';
import { found } from '../wiring/permissions.js';
import { asCandidateJob, asCandidates, dayOfMatching } from './candidate-data.js';
import { inScope, type Scope } from './in-scope.js';
import { MatchingIndexes, type CurrentMatching } from './index/matching-indexes.js';
import { shownInWords } from './index/shown-in-words.js';
import { keepRanking, STORED_PLACES, type Ranked } from './keep-ranking.js';
import { spreadPlaces } from './spread-places.js';

export interface RankInput {
  scope: Scope;
  limit: number;
  excluded: boolean;
  /** `best`, the raw order, unless `spread` is asked for. */
  order?: RankOrder;
}

export interface StoredRanking extends CitizenRanking {
  ranked: RankingRecord['ranked'];
  id: string;
  at: RankingRecord['at'];
}

/** A ranking and who took part in it. */
interface Made extends Ranked {
  ranking: CitizenRanking;
  considered: readonly string[] | 'everybody';
}

interface Wish {
  smallJobId: string;
  /** Undefined: everybody. */
  among: readonly string[] | undefined;
  limit: number;
  order: RankOrder;
}

type RankOrder = 'best' | 'spread';

/** Who fits a small job, best first, and for everybody else every rule that says no. */
export class RankCandidates {
  static readonly needs = [MatchingIndexes, Ids] as const;

  constructor(
    private readonly indexes: MatchingIndexes,
    private readonly ids: Ids,
  ) {}

  /** Each ranking that is shown is stored with rule version and reasons, and logged per citizen. */
  async execute(smallJobId: string, input: RankInput, actor: Actor): Promise<StoredRanking> {
    return this.indexes.inMunicipality(actor.municipalityId, 'exact', (unit, matching) =>
      this.within(unit, matching, smallJobId, input, actor),
    );
  }

  /** The same within the transaction of a whole screen. */
  async within(
    unit: UnitOfWork,
    matching: () => Promise<CurrentMatching>,
    smallJobId: string,
    input: RankInput,
    actor: Actor,
  ): Promise<StoredRanking> {
    const { limit, excluded: withExcluded, order = 'best' } = input;
    const isFromRows = withExcluded && order === 'best';
    // Before anything is read: where the index has to follow others, the work begins again.
    const current = isFromRows ? undefined : await matching();
    const scope = await inScope(unit, input.scope, actor);
    const wish: Wish = { smallJobId, among: scope?.map(({ id }) => id), limit, order };
    const made = current ? await best(unit, wish, current) : await fromRows(unit, wish, true);
    if (withExcluded && order === 'spread') {
      made.ranking.excluded = (await fromRows(unit, { ...wish, limit: 0 }, true)).ranking.excluded;
    }
    const record = await keepRanking(unit, this.ids, made, actor);
    const who = { ...whoLooks(actor), purpose: 'small-job.ranking' as const };
    const { ranked, excluded } = made.ranking;
    const shown = [...ranked, ...excluded].map(({ citizenId }) => citizenId);
    await unit.logAccess({ ...who, kind: 'shown', citizenIds: shown });
    const counted = besides(made.considered, shown);
    await unit.logAccess({ ...who, kind: 'calculated', citizenIds: counted });
    return { ...made.ranking, id: record.id, at: record.at };
  }

  /** The worker makes the list ready when a small job is published. Nobody has seen anybody. */
  async aheadOfTime(municipalityId: string, smallJobId: string): Promise<void> {
    await this.indexes.inMunicipality(municipalityId, 'exact', async (unit, matching) => {
      const smallJob = await unit.smallJobs.find(smallJobId);
      if (smallJob?.status !== 'open') return;
      const wish: Wish = { smallJobId, among: undefined, limit: STORED_PLACES, order: 'best' };
      const made = await best(unit, wish, await matching());
      await keepRanking(unit, this.ids, made, null);
      await unit.logAccess({
        who: 'Fodfæste',
        staffId: null,
        companyId: null,
        kind: 'calculated',
        citizenIds: made.considered,
        purpose: 'match.rank',
      });
    });
  }
}

/** The order from the index, the words from the rows of those who are shown. */
async function best(unit: UnitOfWork, wish: Wish, matching: CurrentMatching): Promise<Made> {
  const { index, day, citizenIds } = matching;
  const smallJob = found(await unit.smallJobs.find(wish.smallJobId), 'small-job.not-found');
  const job = await asCandidateJob(unit, smallJob);
  const limit = Math.min(wish.limit, citizenIds.size);
  const range = { limit, ...(wish.among && { among: new Set(wish.among) }) };
  const spread = wish.order === 'spread' ? await spreadPlaces(unit, index, job, range) : null;
  const { considered, eligible, ranked } = spread ?? index.rankCitizens(job, range);
  const rows = await unit.citizens.list({ id: { in: ranked.map(({ id }) => id) } });
  const candidates = await asCandidates(unit, rows, day);
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const shown = shownInWords(
    ranked,
    (id) => {
      const citizen = byId.get(id);
      return citizen && { job, citizen };
    },
    day,
  );
  if (typeof shown === 'string') {
    await matching.distrust(shown);
    return fromRows(unit, wish, false);
  }
  const places = shown.map(({ id, ...score }) => ({ citizenId: id, ...score, ...spread?.ranks.get(id) }));
  const ruleVersion = spread ? `${RULE_VERSION}+${spread.version}` : RULE_VERSION;
  const ranking = { ruleVersion, considered, eligible, ranked: places, excluded: [] };
  // Who comes first in spread order depends on everybody, not only on those who were asked for.
  const took = spread ? undefined : wish.among;
  return { ranking, job, candidates, day, considered: took ?? 'everybody' };
}

/** Those of a part who were not shown; of everybody it is said as it is. */
function besides(considered: Made['considered'], shown: readonly string[]): Made['considered'] {
  if (considered === 'everybody') return considered;
  const seen = new Set(shown);
  return considered.filter((id) => !seen.has(id));
}

/** Everybody with every failing rule in words takes everybody's row anyway: the plain meaning of the table. */
async function fromRows(
  unit: UnitOfWork,
  { smallJobId, among, limit }: Wish,
  excluded: boolean,
): Promise<Made> {
  const smallJob = found(await unit.smallJobs.find(smallJobId), 'small-job.not-found');
  const rows = await unit.citizens.list(among ? { id: { in: among } } : {});
  const day = await dayOfMatching(unit);
  const job = await asCandidateJob(unit, smallJob);
  const candidates = await asCandidates(unit, rows, day);
  const ranking = rankCitizens(job, candidates, { day, limit, excluded });
  return { ranking, job, candidates, day, considered: among ?? 'everybody' };
}

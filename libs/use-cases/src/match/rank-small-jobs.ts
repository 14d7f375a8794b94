import type { Actor, Citizen, Temporal } from '#domain';
import { rankSmallJobs, RULE_VERSION, type SmallJobRanking } from '#matching';
import type { UnitOfWork } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { found } from '../wiring/permissions.js';
import { asCandidate, asCandidateJobs, dayOfMatching } from './candidate-data.js';
import { MatchingIndexes, type CurrentMatching } from './index/matching-indexes.js';
import { shownInWords } from './index/shown-in-words.js';

/** The citizen's side: which open small jobs fit, best first, and why the others do not. */
export class RankSmallJobs {
  static readonly needs = [MatchingIndexes] as const;

  constructor(private readonly indexes: MatchingIndexes) {}

  async execute(
    citizenId: string,
    { limit, excluded }: { limit: number; excluded: boolean },
    actor: Actor,
  ): Promise<SmallJobRanking & { at: Temporal.Instant }> {
    return this.indexes.inMunicipality(actor.municipalityId, 'exact', async (unit, matching) => {
      const citizen = found(await unit.citizens.find(citizenId), 'citizen.not-found');
      await logShown(unit, actor, [citizenId], 'citizen.ranking');
      const ranking = excluded
        ? await fromRows(unit, citizen, limit, true)
        : await best(unit, citizen, limit, await matching());
      return { ...ranking, at: await unit.now() };
    });
  }
}

/** The order from the index, the words from the rows of the small jobs that are shown. */
async function best(
  unit: UnitOfWork,
  row: Citizen,
  limit: number,
  matching: CurrentMatching,
): Promise<SmallJobRanking> {
  const { index, day, smallJobIds } = matching;
  const citizen = await asCandidate(unit, row, day);
  const most = Math.min(limit, smallJobIds.size);
  const { considered, eligible, ranked } = index.rankSmallJobs(citizen, { limit: most });
  const rows = await unit.smallJobs.list({ id: { in: ranked.map(({ id }) => id) } });
  const jobs = new Map((await asCandidateJobs(unit, rows)).map((job) => [job.id, job]));
  const shown = shownInWords(
    ranked,
    (id) => {
      const job = jobs.get(id);
      return job && { job, citizen };
    },
    day,
  );
  if (typeof shown === 'string') {
    await matching.distrust(shown);
    return fromRows(unit, row, limit, false);
  }
  const places = shown.map(({ id, ...score }) => ({ smallJobId: id, ...score }));
  return { ruleVersion: RULE_VERSION, considered, eligible, ranked: places, excluded: [] };
}

async function fromRows(
  unit: UnitOfWork,
  row: Citizen,
  limit: number,
  excluded: boolean,
): Promise<SmallJobRanking> {
  const day = await dayOfMatching(unit);
  const open = await asCandidateJobs(unit, await unit.smallJobs.list({ status: 'open' }));
  return rankSmallJobs(await asCandidate(unit, row, day), open, { day, limit, excluded });
}

import type { Actor } from '#domain';
import {
  standardRules,
  type CandidateCitizen,
  type CandidateSmallJob,
  type CitizenRanking,
  type MatchingDay,
} from '#matching';
import type { Ids, RankingInputs, RankingRecord, UnitOfWork } from '../ports/index.js';

/** How many places are stored (matching.md: stored 40, shown 20). A match from further down keeps its own. */
export const STORED_PLACES = 40;

/** A ranking and what it was made of: of everybody in it, or of more. */
export interface Ranked {
  ranking: Omit<CitizenRanking, 'excluded'>;
  job: CandidateSmallJob;
  candidates: readonly CandidateCitizen[];
  day: MatchingDay;
}

/** Stores what was ranked and from what; `shownTo` is null when nobody has seen it. */
export async function keepRanking(
  unit: UnitOfWork,
  ids: Ids,
  ranked: Ranked,
  shownTo: Actor | null,
): Promise<RankingRecord> {
  const { ranking, job } = ranked;
  const record: RankingRecord = {
    id: ids.next(),
    municipalityId: unit.municipalityId,
    smallJobId: job.id,
    ruleVersion: ranking.ruleVersion,
    rules: standardRules,
    considered: ranking.considered,
    eligible: ranking.eligible,
    ranked: ranking.ranked.slice(0, STORED_PLACES),
    inputs: inputsOf(ranked),
    shownTo: shownTo?.name ?? null,
    shownToStaffId: shownTo?.staffId ?? null,
    actedAt: null,
    at: await unit.now(),
  };
  await unit.rankings.insert(record);
  return record;
}

function inputsOf({ ranking, job, candidates, day }: Ranked): RankingInputs {
  const told = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const listed = ranking.ranked.slice(0, STORED_PLACES).flatMap(({ citizenId }) => told.get(citizenId) ?? []);
  const ids = new Set(listed.map(({ id }) => id));
  return {
    today: day.today,
    smallJob: { ...job, ruledOutCitizenIds: job.ruledOutCitizenIds.filter((id) => ids.has(id)) },
    citizens: listed.map((citizen) => ({ ...citizen, waitingSince: citizen.waitingSince.toString() })),
  };
}

import type { Actor, Citizen, SmallJob } from '#domain';
import { RULE_VERSION } from '#matching';
import type { Ids, RankingRecord, UnitOfWork } from '../ports/index.js';
import { asCandidate, asCandidateJob, dayOfMatching } from './candidate-data.js';
import type { Fit } from './check-fit.js';
import { keepRanking } from './keep-ranking.js';

/** So far back is looked for the list that somebody was picked from. */
const LISTS = 20;

interface Picked {
  smallJob: SmallJob;
  citizen: Citizen;
  fit: Fit;
}

/**
 * The ranking that a match was picked from: the newest of this small job that this person was shown with the citizen in
 * it. Who was picked without one gets a ranking of one, so that each match can be explained.
 */
export async function rankingBehind(
  unit: UnitOfWork,
  ids: Ids,
  { smallJob, citizen, fit }: Picked,
  actor: Actor,
): Promise<string> {
  const who = actor.staffId === undefined ? { shownTo: actor.name } : { shownToStaffId: actor.staffId };
  const shown = await unit.rankings.list(
    { smallJobId: smallJob.id, ...who },
    { order: [{ by: 'at', direction: 'desc' }], limit: LISTS },
  );
  const picked = shown.find(({ ranked }) => ranked.some(({ citizenId }) => citizenId === citizen.id));
  const kept = picked && (await unit.rankings.lock(picked.id));
  const ranking = kept ?? (await rankedAlone(unit, ids, { smallJob, citizen, fit }, actor));
  await unit.rankings.update({ ...ranking, actedAt: ranking.actedAt ?? (await unit.now()) });
  return ranking.id;
}

async function rankedAlone(
  unit: UnitOfWork,
  ids: Ids,
  { smallJob, citizen, fit }: Picked,
  actor: Actor,
): Promise<RankingRecord> {
  const day = await dayOfMatching(unit);
  const { score, wants, canGet, parts } = fit;
  const alone = { citizenId: citizen.id, score, wants, canGet, parts };
  return keepRanking(
    unit,
    ids,
    {
      ranking: { ruleVersion: RULE_VERSION, considered: 1, eligible: 1, ranked: [alone] },
      job: await asCandidateJob(unit, smallJob),
      candidates: [await asCandidate(unit, citizen, day)],
      day,
    },
    actor,
  );
}

import type { Actor, Citizen, SmallJob } from '#domain';
import { RULE_VERSION } from '#matching';
import type { Ids, RankingRecord, UnitOfWork } from '../ports/index.js';
import { asCandidate, asCandidateJob, dayOfMatching } from './candidate-data.js';
import type { Fit } from './check-fit.js';
import { keepRanking } from './keep-ranking.js';

/** So far back is looked for the list that somebody was picked from: nobody picks from what was shown last week. */
const HOURS = 24;
const LISTS = 20;

interface Picked {
  smallJob: SmallJob;
  citizen: Citizen;
  fit: Fit;
}

/**
 * The ranking that a match was picked from: the newest of this small job that this person was shown within a day, by
 * the rules of now and with the citizen in it at the points of now. Who was picked without one gets a ranking of one, so
 * that each match is explained by what was true of it.
 */
export async function rankingBehind(
  unit: UnitOfWork,
  ids: Ids,
  { smallJob, citizen, fit }: Picked,
  actor: Actor,
): Promise<string> {
  const who = actor.staffId === undefined ? { shownTo: actor.name } : { shownToStaffId: actor.staffId };
  const shown = await unit.rankings.list(
    { smallJobId: smallJob.id, at: { after: (await unit.now()).subtract({ hours: HOURS }) }, ...who },
    { order: [{ by: 'at', direction: 'desc' }], limit: LISTS },
  );
  const picked = shown.find(
    ({ ruleVersion, ranked }) =>
      isByRulesOf(fit, ruleVersion) &&
      ranked.some(({ citizenId, score }) => citizenId === citizen.id && score === fit.score),
  );
  const kept = picked && (await unit.rankings.lock(picked.id));
  const ranking = kept ?? (await rankedAlone(unit, ids, { smallJob, citizen, fit }, actor));
  await unit.rankings.update({ ...ranking, actedAt: ranking.actedAt ?? (await unit.now()) });
  return ranking.id;
}

/** In spread order the numbers of the spread follow; the points are the same. */
const isByRulesOf = (fit: Fit, ruleVersion: string): boolean =>
  ruleVersion === fit.ruleVersion || ruleVersion.startsWith(`${fit.ruleVersion}+`);

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

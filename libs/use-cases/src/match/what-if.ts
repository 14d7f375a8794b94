import { checkWeek, refuseUnless, type Actor, type Citizen } from '#domain';
import {
  changedSmallJob,
  wishedChange,
  type CandidateSmallJob,
  type MatchingIndex,
  type Place,
  type SmallJobChange,
  type Wished,
} from '#matching';
import type { UnitOfWork } from '../ports/index.js';
import { logShown, whoLooks } from '../records/log-shown.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { asCandidateJob } from './candidate-data.js';
import { inScope, type Scope } from './in-scope.js';
import { MatchingIndexes } from './index/matching-indexes.js';

export { wishedChange, type Wished };
/** The fields of a small job that matching reads, each as it might be. */
export type TriedChange = SmallJobChange;

export interface WhatIfInput {
  scope: Scope;
  /** How many places are shown, and so how many are named. */
  limit: number;
  /** As `PATCH /small-jobs/{id}` takes it. */
  change?: SmallJobChange;
  /** The same by the handles of the desk; goes before `change`. */
  wished?: Wished;
}

export interface WhatIfAnswer {
  smallJobId: string;
  /** What was asked about, as a change that can be sent to the small job. */
  change: SmallJobChange;
  /** How many fit as the job is, and with the change; both in the scope that was asked for. */
  eligible: { before: number; after: number };
  /** Those who come in and those who fall out, shown or not. */
  came: number;
  went: number;
  ranked: PlaceThen[];
  /** Of those who were listed before: who would no longer fit. */
  gone: { id: string; name: string }[];
}

export interface PlaceThen {
  id: string;
  name: string;
  score: number;
  wants: number;
  canGet: number;
  /** The place now, when it is among those that are listed; null for who fits but is further down, or does not fit. */
  placeNow: number | null;
  /** Does not fit the job as it is. */
  isNew: boolean;
}

/**
 * The list as it would be if the job were another, while somebody drags. Nothing is kept: no ranking is stored of a job
 * that there is not. Everybody takes part in the calculation, and those who are named are shown.
 */
export class WhatIf {
  static readonly needs = [MatchingIndexes] as const;

  constructor(private readonly indexes: MatchingIndexes) {}

  /** @throws small-job.hours-not-possible; as `checkWeek` for hours that no job may have */
  async execute(smallJobId: string, input: WhatIfInput, actor: Actor): Promise<WhatIfAnswer> {
    refuseUnlessStaff(actor);
    return this.indexes.inMunicipality(actor.municipalityId, 'exact', async (unit, matching) => {
      const { index, citizenIds } = await matching();
      const smallJob = found(await unit.smallJobs.find(smallJobId), 'small-job.not-found');
      const job = await asCandidateJob(unit, smallJob);
      const change = changeOf(job, input);
      const people = await inScope(unit, input.scope, actor);
      const among = people && { among: new Set(people.map(({ id }) => id)) };
      const limit = Math.min(input.limit, citizenIds.size);
      const changed = changedSmallJob(job, change);
      const then = index.rankCitizens(changed, { limit, ...among });
      const now = index.rankCitizens(job, { limit, ...among });
      const moved = whoMoves(index, job, changed, among?.among);
      const goneIds = now.ranked.filter(({ id }) => moved.went.has(id)).map(({ id }) => id);
      const names = await namesOf(unit, people, [...then.ranked.map(({ id }) => id), ...goneIds]);
      await unit.logAccess({
        ...whoLooks(actor),
        kind: 'calculated',
        citizenIds: 'everybody',
        purpose: 'small-job.what-if',
      });
      await logShown(unit, actor, [...names.keys()], 'small-job.what-if');
      const placeNow = new Map(now.ranked.map(({ id }, at) => [id, at + 1]));
      return {
        smallJobId,
        change,
        eligible: { before: now.eligible, after: then.eligible },
        came: moved.came.size,
        went: moved.went.size,
        ranked: then.ranked.flatMap((place) =>
          placeThen(place, names.get(place.id), placeNow.get(place.id) ?? null, moved.came),
        ),
        gone: goneIds.flatMap((id) => {
          const name = names.get(id);
          return name === undefined ? [] : [{ id, name }];
        }),
      };
    });
  }
}

function changeOf(job: CandidateSmallJob, { change = {}, wished }: WhatIfInput): SmallJobChange {
  const asked = wished ? wishedChange(job, wished) : change;
  refuseUnless(asked !== null, 'small-job.hours-not-possible');
  if (asked.weeklyShifts) checkWeek(asked.weeklyShifts);
  return asked;
}

/** Who fits one of the two and not the other, among those who were asked for. */
function whoMoves(
  index: MatchingIndex,
  job: CandidateSmallJob,
  changed: CandidateSmallJob,
  among: ReadonlySet<string> | undefined,
): { came: Set<string>; went: Set<string> } {
  const before = index.reasonsForAll(job).masks;
  const { masks: after, idOf } = index.reasonsForAll(changed);
  const came = new Set<string>();
  const went = new Set<string>();
  for (let at = 0; at < after.length; at += 1) {
    if ((before[at] === 0) === (after[at] === 0)) continue;
    const id = idOf(at);
    if (among && !among.has(id)) continue;
    (after[at] === 0 ? came : went).add(id);
  }
  return { came, went };
}

/** The names of those who are shown; a scope has read its people already. */
async function namesOf(
  unit: UnitOfWork,
  people: readonly Citizen[] | undefined,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const wanted = new Set(ids);
  const rows = people?.filter(({ id }) => wanted.has(id)) ?? (await unit.citizens.list({ id: { in: ids } }));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const placeThen = (
  { id, score, wants, canGet }: Place,
  name: string | undefined,
  placeNow: number | null,
  came: ReadonlySet<string>,
): PlaceThen[] =>
  name === undefined ? [] : [{ id, name, score, wants, canGet, placeNow, isNew: came.has(id) }];

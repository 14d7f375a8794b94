import type { CandidateCitizen, CandidateSmallJob, MatchingDay } from '#matching';
import type { MatchingChanges, UnitOfWork } from '../../ports/index.js';
import { coarseCitizen } from '../../posting/coarse.js';
import { asCandidateJobs, asCandidates, dayOfMatching } from '../candidate-data.js';

/**
 * `exact`: what the municipality ranks by, with the open small jobs. `coarse`: citizens on the wide steps that a
 * company may ask about (ADR 0014), without jobs.
 */
export type Grain = 'exact' | 'coarse';

/** What an index is made of, or brought up to date with: all from one moment. */
export interface IndexRows {
  version: number;
  day: MatchingDay;
  citizens: CandidateCitizen[];
  smallJobs: CandidateSmallJob[];
}

/** Those who are gone, or no longer open, are named by their ids. */
export interface ChangedRows extends IndexRows {
  goneCitizenIds: string[];
  goneSmallJobIds: string[];
}

export async function readAllRows(unit: UnitOfWork, grain: Grain): Promise<IndexRows> {
  const version = await unit.matchingJournal.version();
  const day = await dayOfMatching(unit);
  const people = await asCandidates(unit, await unit.citizens.list(), day);
  if (grain === 'coarse') return { version, day, citizens: people.map(coarseCitizen), smallJobs: [] };
  const smallJobs = await asCandidateJobs(unit, await unit.smallJobs.list({ status: 'open' }));
  return { version, day, citizens: people, smallJobs };
}

/**
 * The rows that the journal names, and those that depend on them: all open jobs of a company that said no to somebody,
 * and whoever has accepted a small job whose hours changed.
 */
export async function readChangedRows(
  unit: UnitOfWork,
  grain: Grain,
  changes: MatchingChanges,
): Promise<ChangedRows> {
  const version = await unit.matchingJournal.version();
  const day = await dayOfMatching(unit);
  const accepted = await unit.offers.list({ state: 'accepted', smallJobId: { in: changes.smallJobIds } });
  const ids = [...new Set([...changes.citizenIds, ...accepted.map(({ citizenId }) => citizenId)])];
  const people = await asCandidates(unit, await unit.citizens.list({ id: { in: ids } }), day);
  const found = new Set(people.map(({ id }) => id));
  const goneCitizenIds = ids.filter((id) => !found.has(id));
  if (grain === 'coarse') {
    const citizens = people.map(coarseCitizen);
    return { version, day, citizens, smallJobs: [], goneCitizenIds, goneSmallJobIds: [] };
  }
  const named = await unit.smallJobs.list({ id: { in: changes.smallJobIds }, status: 'open' });
  const ofCompanies = await unit.smallJobs.list({ companyId: { in: changes.companyIds }, status: 'open' });
  const open = new Map([...named, ...ofCompanies].map((job) => [job.id, job]));
  return {
    version,
    day,
    citizens: people,
    smallJobs: await asCandidateJobs(unit, [...open.values()]),
    goneCitizenIds,
    goneSmallJobIds: changes.smallJobIds.filter((id) => !open.has(id)),
  };
}

import type { Actor, Citizen, Company, SmallJob, Staff } from '#domain';
import { searchKinds, Transactor, type SearchHit, type SearchKind, type UnitOfWork } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';

export interface FoundThings {
  citizens: { citizen: Citizen; broker: string | null }[];
  companies: Company[];
  smallJobs: { smallJob: SmallJob; company: string }[];
  staff: Staff[];
}

/** Finds citizens, companies, small jobs and colleagues by parts of a name or number. Every citizen found is logged. */
export class SearchEverything {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** At most `limit` of each kind, the most alike first. */
  async execute(words: string, { limit }: { limit: number }, actor: Actor): Promise<FoundThings> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const hits = await unit.search.find(words, searchKinds, limit);
      await logShown(unit, actor, idsOf(hits, 'citizen'), 'citizen.search');
      const smallJobs = await inOrder(unit.smallJobs, hits, 'small-job');
      const companies = await inOrder(unit.companies, hits, 'company');
      const citizens = await inOrder(unit.citizens, hits, 'citizen');
      const brokers = await namesOf(
        unit,
        'staff',
        citizens.map(({ brokerId }) => brokerId),
      );
      const owners = await namesOf(
        unit,
        'companies',
        smallJobs.map(({ companyId }) => companyId),
      );
      return {
        citizens: citizens.map((citizen) => ({
          citizen,
          broker: (citizen.brokerId && brokers.get(citizen.brokerId)) ?? null,
        })),
        companies,
        smallJobs: smallJobs.map((smallJob) => ({ smallJob, company: owners.get(smallJob.companyId) ?? '' })),
        staff: (await inOrder(unit.staff, hits, 'staff')).filter(({ active }) => active),
      };
    });
  }
}

const idsOf = (hits: readonly SearchHit[], kind: SearchKind): string[] =>
  hits.filter((hit) => hit.kind === kind).map(({ id }) => id);

type Named = { list(where: { id: { in: string[] } }): Promise<{ id: string; name: string }[]> };

async function inOrder<T extends { id: string }>(
  store: { list(where: { id: { in: string[] } }): Promise<T[]> },
  hits: readonly SearchHit[],
  kind: SearchKind,
): Promise<T[]> {
  const ids = idsOf(hits, kind);
  if (ids.length === 0) return [];
  const rows = new Map((await store.list({ id: { in: ids } })).map((row) => [row.id, row]));
  return ids.flatMap((id) => rows.get(id) ?? []);
}

async function namesOf(
  unit: UnitOfWork,
  store: 'staff' | 'companies',
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id): id is string => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await (unit[store] as unknown as Named).list({ id: { in: known } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

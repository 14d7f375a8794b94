import { isKeyOver, type Actor, type ApiKey } from '#domain';
import { Transactor } from '../ports/index.js';

export interface ApiKeyRecord {
  apiKey: ApiKey;
  /** The member of staff or the company it acts as; null for a system of the municipality. */
  holder: string | null;
  madeBy: string | null;
  isOver: boolean;
}

export class ApiKeyRecords {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** All that were ever made, the newest first. */
  async list({ municipalityId }: Actor): Promise<ApiKeyRecord[]> {
    return this.transactor.inMunicipality(municipalityId, async (unit) => {
      const keys = await unit.apiKeys.list({}, { order: [{ by: 'madeAt', direction: 'desc' }] });
      const companyIds = keys.flatMap(({ companyId }) => companyId ?? []);
      const companies = companyIds.length > 0 ? await unit.companies.list({ id: { in: companyIds } }) : [];
      const names = new Map([...(await unit.staff.list()), ...companies].map(({ id, name }) => [id, name]));
      const now = await unit.now();
      const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
      return keys.map((apiKey) => ({
        apiKey,
        holder: nameOf(apiKey.staffId ?? apiKey.companyId),
        madeBy: nameOf(apiKey.madeByStaffId),
        isOver: isKeyOver(apiKey, now),
      }));
    });
  }
}

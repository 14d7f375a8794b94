import type { Actor } from '#domain';
import { Transactor } from '../ports/index.js';

interface KeyHolder {
  id: string;
  name: string;
}

/** Whom a key can act as. */
export class KeyHolders {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** Staff who work there now, and all companies, by name. */
  async list({ municipalityId }: Actor): Promise<{ staff: KeyHolder[]; companies: KeyHolder[] }> {
    return this.transactor.inMunicipality(municipalityId, async (unit) => ({
      staff: (await unit.staff.list({ active: true }, { order: [{ by: 'name' }] })).map(named),
      companies: (await unit.companies.list({}, { order: [{ by: 'name' }] })).map(named),
    }));
  }
}

const named = ({ id, name }: KeyHolder): KeyHolder => ({ id, name });

import type { Actor, Citizen, Company, Staff, Temporal } from '#domain';
import { Transactor } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';

export interface CitizenFormParts {
  /** Null for a new one. */
  citizen: Omit<Citizen, 'cprSealed'> | null;
  hasCpr: boolean;
  staff: Staff[];
  companies: Company[];
  at: Temporal.Instant;
}

/** What the form of a citizen is made of: the record as it stands, and whom and what one can choose. */
export class CitizenRecordForm {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws citizen.not-found */
  async execute(citizenId: string | null, actor: Actor): Promise<CitizenFormParts> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const row = citizenId === null ? null : found(await unit.citizens.find(citizenId), 'citizen.not-found');
      if (row) await logShown(unit, actor, [row.id], 'citizen.show');
      const { cprSealed = null, ...citizen } = row ?? {};
      return {
        citizen: row ? (citizen as Omit<Citizen, 'cprSealed'>) : null,
        hasCpr: cprSealed !== null,
        staff: await unit.staff.list({ active: true }, { order: [{ by: 'name' }] }),
        companies: await unit.companies.list({}, { order: [{ by: 'name' }] }),
        at: await unit.now(),
      };
    });
  }
}

import type { Actor } from '#domain';
import { Transactor } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';

interface Named {
  id: string;
  name: string;
}

export interface ShiftChoicesRecord {
  companies: Named[];
  /** Of the company that is chosen, or the one that is; by title. */
  smallJobs: Named[];
  /** Who was chosen, on the person's own page. */
  citizen: Named | null;
}

/** What shifts and messages can be searched by. */
export class ShiftChoices {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async show(
    chosen: { companyId?: string; smallJobId?: string; citizenId?: string },
    actor: Actor,
  ): Promise<ShiftChoicesRecord> {
    refuseUnlessStaff(actor);
    const { companyId, smallJobId, citizenId } = chosen;
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const companies = await unit.companies.list({}, { order: [{ by: 'name' }, { by: 'id' }] });
      const which = smallJobId !== undefined ? { id: smallJobId } : companyId !== undefined && { companyId };
      const smallJobs = which ? await unit.smallJobs.list(which, { order: [{ by: 'title' }] }) : [];
      const citizen = citizenId === undefined ? undefined : await unit.citizens.find(citizenId);
      if (citizen) await logShown(unit, actor, [citizen.id], 'shift.list');
      return {
        companies: companies.map(({ id, name }) => ({ id, name })),
        smallJobs: smallJobs.map(({ id, title }) => ({ id, name: title })),
        citizen: citizen ? { id: citizen.id, name: citizen.name } : null,
      };
    });
  }
}

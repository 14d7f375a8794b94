import { isBusy, type Actor, type Staff } from '#domain';
import { Transactor } from '../ports/index.js';

export interface StaffRecord {
  staff: Staff;
  /** How many citizens the member of staff follows. */
  caseload: number;
  /** *Optaget til* holds now. */
  isBusy: boolean;
}

export class StaffRecords {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** Those who work there now, by name. */
  async list({ municipalityId }: Actor): Promise<StaffRecord[]> {
    return this.transactor.inMunicipality(municipalityId, async (unit) => {
      const now = await unit.now();
      // Counted where they are: no citizen's record has to be read to know how many there are.
      const caseloads = await unit.figures.caseloads();
      const all = await unit.staff.list({ active: true }, { order: [{ by: 'name' }] });
      return all.map((staff) => ({
        staff,
        caseload: caseloads.get(staff.id) ?? 0,
        isBusy: isBusy(staff, now),
      }));
    });
  }
}

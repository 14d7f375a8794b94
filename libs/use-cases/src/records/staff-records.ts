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
      const records: StaffRecord[] = [];
      // Counted where they are: no citizen's record has to be read to know how many there are.
      for (const staff of await unit.staff.list({ active: true }, { order: [{ by: 'name' }] }))
        records.push({
          staff,
          caseload: await unit.citizens.count({ brokerId: staff.id }),
          isBusy: isBusy(staff, now),
        });
      return records;
    });
  }
}

import { checkStaff, type Actor, type Staff } from '#domain';
import { Secrets, Transactor } from '../ports/index.js';
import { found, refuseUnlessLeader } from '../wiring/permissions.js';
import { enlistStaffPhone } from './staff-phone.js';

/** Somebody is back. Citizens and small jobs stay with whom they are now; keys stay ended. */
export class EnableStaff {
  static readonly needs = [Transactor, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
  ) {}

  /** @throws not-allowed, staff.not-found, staff.email-taken */
  async execute(id: string, actor: Actor): Promise<Staff> {
    refuseUnlessLeader(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const colleagues = await unit.staff.list({ active: true }, { lock: true });
      const before = found(await unit.staff.lock(id), 'staff.not-found');
      if (before.active) return before;
      const staff: Staff = { ...before, active: true };
      checkStaff(staff, colleagues);
      await unit.staff.update(staff);
      await enlistStaffPhone(unit, this.secrets, staff);
      await unit.record({ type: 'StaffEnabled', staffId: id }, actor);
      return staff;
    });
  }
}

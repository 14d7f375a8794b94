import { checkStaff, isBefore, refuseUnless, type Actor, type Staff, type Temporal } from '#domain';
import { Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import { found, refuseUnlessLeader } from '../wiring/permissions.js';
import { refuseUnlessTeam } from './add-staff.js';
import type { StaffInput } from './staff-input.js';
import { enlistStaffPhone, strikeStaffPhone } from './staff-phone.js';

/** A leader changes what is known of a member of staff. What does not come along stays. */
export class ChangeStaff {
  static readonly needs = [Transactor, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
  ) {}

  /**
   * `seenAt`: when the row was read that the change was made from; a colleague's change since is not written over.
   *
   * @throws not-allowed, staff.not-found, staff.not-oneself, team.not-found, staff.email-taken, staff.deputy-invalid,
   * staff.hours-invalid, staff.last-leader, staff.changed-meanwhile
   */
  async execute(
    id: string,
    change: Partial<StaffInput>,
    actor: Actor,
    { seenAt }: { seenAt?: Temporal.Instant } = {},
  ): Promise<Staff> {
    refuseUnlessLeader(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      // All of them: two leaders who make each other consultants at the same moment would leave none.
      const colleagues = await unit.staff.list({ active: true }, { lock: true });
      const before = found(await unit.staff.lock(id), 'staff.not-found');
      if (seenAt) await refuseIfChanged(unit, id, seenAt);
      const staff: Staff = { ...before, ...change };
      refuseUnless(id !== actor.staffId || staff.role === before.role, 'staff.not-oneself');
      await refuseUnlessTeam(unit, staff.teamId);
      checkStaff(staff, colleagues);
      await unit.staff.update(staff);
      if (staff.phone !== before.phone) {
        await strikeStaffPhone(unit, this.secrets, before);
        await enlistStaffPhone(unit, this.secrets, staff);
      }
      await unit.record({ type: 'StaffChanged', staffId: id }, actor);
      return staff;
    });
  }
}

async function refuseIfChanged(unit: UnitOfWork, id: string, seenAt: Temporal.Instant): Promise<void> {
  const [last] = await unit.happenings({ subjectIds: [id], types: ['StaffChanged'], limit: 1 });
  refuseUnless(!last || isBefore(last.at, seenAt), 'staff.changed-meanwhile');
}

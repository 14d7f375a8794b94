import { checkStaff, type Actor, type Staff } from '#domain';
import { Ids, Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import { found, refuseUnlessLeader } from '../wiring/permissions.js';
import type { StaffInput } from './staff-input.js';
import { enlistStaffPhone } from './staff-phone.js';

/** A leader adds somebody. The person signs in through the municipality; nothing is sent. */
export class AddStaff {
  static readonly needs = [Transactor, Ids, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly secrets: Secrets,
  ) {}

  /**
   * `id`: that of the wish, so that a form sent twice adds one.
   *
   * @throws not-allowed, team.not-found, staff.email-taken, staff.deputy-invalid, staff.hours-invalid
   */
  async execute(input: StaffInput, actor: Actor, id = this.ids.next()): Promise<Staff> {
    refuseUnlessLeader(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const before = await unit.staff.find(id);
      if (before) return before;
      const staff: Staff = {
        ...input,
        id,
        municipalityId: unit.municipalityId,
        busyUntil: null,
        busyDeputyId: null,
        active: true,
        lastSignedInAt: null,
      };
      await refuseUnlessTeam(unit, staff.teamId);
      checkStaff(staff, await unit.staff.list({ active: true }, { lock: true }));
      await unit.staff.insert(staff);
      await enlistStaffPhone(unit, this.secrets, staff);
      await unit.record({ type: 'StaffAdded', staffId: id }, actor);
      return staff;
    });
  }
}

/** @throws team.not-found */
export async function refuseUnlessTeam(unit: UnitOfWork, teamId: string | null): Promise<void> {
  if (teamId !== null) found(await unit.teams.find(teamId), 'team.not-found');
}

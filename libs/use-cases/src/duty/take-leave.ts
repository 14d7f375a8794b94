import { checkLeave, localDateOf, refuseUnless, type Actor, type LocalDate, type StaffLeave } from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { passOnOpenCases } from './pass-on-open-cases.js';

export interface LeaveInput {
  /** Left out: oneself. A leader says it for others, who may be ill. */
  staffId?: string;
  /** Left out: the named deputy. */
  standInId?: string;
  from: LocalDate;
  to: LocalDate;
}

/** Somebody is not here for some days, and another answers. Nobody is asked why. */
export class TakeLeave {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  /** @throws not-allowed, staff.not-found, leave.dates-invalid, leave.overlaps, leave.stand-in-away */
  async execute(input: LeaveInput, actor: Actor): Promise<StaffLeave> {
    refuseUnlessStaff(actor);
    const staffId = input.staffId ?? actor.staffId;
    refuseUnless(staffId === actor.staffId || actor.role === 'leader', 'not-allowed');
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const staff = found(await unit.staff.lock(staffId), 'staff.not-found');
      const now = await unit.now();
      const { from, to } = input;
      checkLeave({ from, to }, localDateOf(now));
      const overlaps = { from: { to }, to: { from }, takenBackAt: { isNull: true } };
      const same = await unit.leaves.first({ staffId, ...overlaps });
      const standInId = input.standInId ?? staff.deputyId;
      if (same?.from === from && same.to === to && same.standInId === standInId) return same;
      refuseUnless(!same, 'leave.overlaps');
      const standIn = standInId === null ? undefined : await unit.staff.find(standInId);
      const isHere = standIn?.active && standIn.phone !== null && standIn.id !== staffId;
      refuseUnless(
        isHere && (await unit.leaves.count({ staffId: standIn.id, ...overlaps })) === 0,
        'leave.stand-in-away',
      );
      const leave: StaffLeave = {
        id: this.ids.next(),
        municipalityId: unit.municipalityId,
        staffId,
        standInId: standIn.id,
        from,
        to,
        byStaffId: actor.staffId,
        at: now,
        takenBackAt: null,
      };
      await unit.leaves.insert(leave);
      if (from <= localDateOf(now)) await passOnOpenCases(unit, this.ids, staff, standIn);
      return leave;
    });
  }

  /** Here again before the time; one that has not begun never was. @throws leave.not-found */
  async takeBack(leaveId: string, actor: Actor): Promise<StaffLeave> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit: UnitOfWork) => {
      const leave = found(await unit.leaves.lock(leaveId), 'leave.not-found');
      refuseUnless(leave.staffId === actor.staffId || actor.role === 'leader', 'not-allowed');
      if (leave.takenBackAt !== null) return leave;
      const back: StaffLeave = { ...leave, takenBackAt: await unit.now() };
      await unit.leaves.update(back);
      return back;
    });
  }
}

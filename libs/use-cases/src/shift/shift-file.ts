import {
  deskActionsNow,
  type Actor,
  type Agreement,
  type Citizen,
  type Company,
  type DeskAction,
  type Escalation,
  type Message,
  type SmallJob,
  type Staff,
  type Task,
  type Temporal,
} from '#domain';
import { Transactor } from '../ports/index.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { deskShifts, type DeskShift } from './desk-shift.js';

/** All that is known of one shift. */
export interface ShiftFileRecord extends Omit<DeskShift, 'citizen' | 'smallJob' | 'company'> {
  citizen: Citizen;
  smallJob: SmallJob;
  company: Company;
  agreement: Agreement;
  now: Temporal.Instant;
  /** What makes sense to do now. */
  actions: DeskAction[];
  /** To everybody, newest first. */
  messages: Message[];
  /** All of it, newest first; the open one is `openCase`. */
  cases: Escalation[];
  /** What is left to do about it, the most urgent first. */
  tasks: Task[];
  /** Who wrote down words of others. */
  staff: ReadonlyMap<string, Staff>;
}

const MOST_MESSAGES = 100;

export class ShiftFile {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws shift.not-found; not-allowed for others than staff */
  async show(shiftId: string, actor: Actor): Promise<ShiftFileRecord> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const shift = found(await unit.shifts.find(shiftId), 'shift.not-found');
      const [row] = await deskShifts(unit, [shift], actor, 'shift.show');
      const writers = shift.evidence.flatMap(({ writtenByStaffId }) => writtenByStaffId ?? []);
      const staff = writers.length === 0 ? [] : await unit.staff.list({ id: { in: [...new Set(writers)] } });
      const now = await unit.now();
      return {
        ...found(row, 'shift.not-found'),
        citizen: found(await unit.citizens.find(shift.citizenId), 'citizen.not-found'),
        smallJob: found(await unit.smallJobs.find(shift.smallJobId), 'small-job.not-found'),
        company: found(await unit.companies.find(shift.companyId), 'company.not-found'),
        agreement: found(await unit.agreements.find(shift.agreementId), 'agreement.not-found'),
        now,
        actions: deskActionsNow(shift, now),
        messages: await unit.messages.list(
          { subjectId: shiftId },
          { order: [{ by: 'id', direction: 'desc' }], limit: MOST_MESSAGES },
        ),
        cases: await unit.escalations.list({ shiftId }, { order: [{ by: 'id', direction: 'desc' }] }),
        tasks: await unit.tasks.list({ shiftId, doneAt: { isNull: true } }, { order: [{ by: 'dueAt' }] }),
        staff: new Map(staff.map((one) => [one.id, one])),
      };
    });
  }
}

import type { AccessPurpose, Actor, Citizen, Company, Escalation, Shift, SmallJob, Staff } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { found } from '../wiring/permissions.js';
import { dutyOf } from './duty-of.js';

/** A shift as the municipality speaks of it: everybody by name. */
export interface DeskShift {
  shift: Shift;
  citizen: Pick<Citizen, 'id' | 'name'>;
  smallJob: Pick<SmallJob, 'id' | 'title'>;
  company: Pick<Company, 'id' | 'name'>;
  /** Who answers for it on its day. */
  contact: Staff | null;
  isCover: boolean;
  isOnDuty: boolean;
  /** The open case, when somebody has not been seen. */
  openCase: Escalation | null;
}

/** For shifts that were read: the names, in as many reads for one as for a hundred. */
export async function deskShifts(
  unit: UnitOfWork,
  shifts: readonly Shift[],
  actor: Actor,
  purpose: AccessPurpose,
): Promise<DeskShift[]> {
  if (shifts.length === 0) return [];
  const ids = (of: (shift: Shift) => string): { in: string[] } => ({ in: [...new Set(shifts.map(of))] });
  await logShown(unit, actor, ids(({ citizenId }) => citizenId).in, purpose);
  const citizens = byId(await unit.citizens.list({ id: ids(({ citizenId }) => citizenId) }));
  const jobs = byId(await unit.smallJobs.list({ id: ids(({ smallJobId }) => smallJobId) }));
  const companies = byId(await unit.companies.list({ id: ids(({ companyId }) => companyId) }));
  const cases = await unit.escalations.list({ shiftId: ids(({ id }) => id), state: { notIn: ['closed'] } });
  const duty = await dutyOf(unit, shifts);
  return shifts.map((shift) => {
    const citizen = found(citizens.get(shift.citizenId), 'citizen.not-found');
    const smallJob = found(jobs.get(shift.smallJobId), 'small-job.not-found');
    const company = found(companies.get(shift.companyId), 'company.not-found');
    const { staff: contact, isCover, isOnDuty } = duty(shift);
    return {
      shift,
      citizen: { id: citizen.id, name: citizen.name },
      smallJob: { id: smallJob.id, title: smallJob.title },
      company: { id: company.id, name: company.name },
      contact,
      isCover,
      isOnDuty,
      openCase: cases.find(({ shiftId }) => shiftId === shift.id) ?? null,
    };
  });
}

const byId = <T extends { id: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

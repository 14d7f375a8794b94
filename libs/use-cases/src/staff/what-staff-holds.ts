import type { Citizen, SmallJob, Staff } from '#domain';
import type { UnitOfWork } from '../ports/index.js';

/** What somebody would leave behind. */
export interface StaffHolds {
  staffId: string;
  citizens: Citizen[];
  /** Small jobs that are not closed, with this person as fixed contact. */
  smallJobs: SmallJob[];
  /** Tasks that wait on the person's list. */
  tasks: number;
  /** Colleagues whom the person is deputy of. */
  deputyOf: Staff[];
}

export async function whatStaffHolds(unit: UnitOfWork, staffId: string): Promise<StaffHolds> {
  const contacts = await unit.contacts.list({ staffId, endedAt: { isNull: true } });
  const ids = contacts.map(({ smallJobId }) => smallJobId);
  return {
    staffId,
    citizens: await unit.citizens.list({ brokerId: staffId }, { order: [{ by: 'name' }] }),
    smallJobs:
      ids.length === 0
        ? []
        : await unit.smallJobs.list(
            { id: { in: ids }, status: { notIn: ['closed'] } },
            { order: [{ by: 'title' }] },
          ),
    tasks: await unit.tasks.count({ staffId, doneAt: { isNull: true } }),
    deputyOf: await unit.staff.list({ deputyId: staffId, active: true }, { order: [{ by: 'name' }] }),
  };
}

export const holdsNothing = ({ citizens, smallJobs }: StaffHolds): boolean =>
  citizens.length === 0 && smallJobs.length === 0;

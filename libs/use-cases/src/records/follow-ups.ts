import { followUpOf, type FollowUp, type Shift, type Staff } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { contactsOf } from '../contact/contacts-of.js';

/** Who is on it, with a name and a number to call. */
export interface ShiftFollowUp extends Omit<FollowUp, 'byStaffId'> {
  staff: Staff;
}

/** For each shift whose person has not been seen: what the workplace may hear of it. */
export async function followUps(
  unit: UnitOfWork,
  shifts: readonly Shift[],
): Promise<Map<string, ShiftFollowUp>> {
  const told = new Map<string, ShiftFollowUp>();
  const waiting = shifts.filter(({ state }) => state === 'missed' || state === 'unconfirmed');
  if (waiting.length === 0) return told;
  const open = await unit.escalations.list({
    shiftId: { in: waiting.map(({ id }) => id) },
    state: { notIn: ['closed'] },
  });
  const contacts = await contactsOf(
    unit,
    waiting.map(({ smallJobId }) => smallJobId),
  );
  const ids = open.flatMap(({ acknowledged }) => acknowledged?.byStaffId ?? []);
  const acting = ids.length === 0 ? [] : await unit.staff.list({ id: { in: ids } });
  for (const escalation of open) {
    const shift = waiting.find(({ id }) => id === escalation.shiftId);
    const followUp = shift && followUpOf(escalation, shift);
    if (!followUp) continue;
    const staff =
      acting.find(({ id }) => id === followUp.byStaffId) ?? contacts(escalation.smallJobId).answersToday;
    if (staff) told.set(shift.id, { says: followUp.says, before: followUp.before, staff });
  }
  return told;
}

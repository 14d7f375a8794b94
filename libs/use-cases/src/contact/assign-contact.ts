import {
  refuseUnless,
  type ContactAssignment,
  type HandoverReason,
  type PostingWarning,
  type Staff,
} from '#domain';
import type { Ids, UnitOfWork } from '../ports/index.js';
import { found } from '../wiring/permissions.js';

interface NewContact {
  smallJobId: string;
  staffId: string;
  reason: HandoverReason;
  note: string | null;
}

/** Makes somebody the fixed contact; the one before, if any, ends at the same moment and stays as history. */
export async function assignContact(unit: UnitOfWork, ids: Ids, input: NewContact): Promise<Staff> {
  const staff = found(await unit.staff.find(input.staffId), 'staff.not-found');
  refuseUnless(staff.active, 'staff.not-found');
  const now = await unit.now();
  const before = await unit.contacts.first(
    { smallJobId: input.smallJobId, endedAt: { isNull: true } },
    { lock: true },
  );
  refuseUnless(before?.staffId !== staff.id, 'contact.same-person');
  if (before) await unit.contacts.update({ ...before, endedAt: now });
  const assignment: ContactAssignment = {
    id: ids.next(),
    municipalityId: unit.municipalityId,
    ...input,
    startedAt: now,
    endedAt: null,
  };
  await unit.contacts.insert(assignment);
  await unit.record({ type: 'ContactChanged', smallJobId: input.smallJobId, assignmentId: assignment.id });
  return staff;
}

/** A full caseload warns and never refuses: the person decides (R30). */
export async function caseloadWarning(unit: UnitOfWork, staff: Staff): Promise<PostingWarning[]> {
  const caseload = await unit.citizens.count({ brokerId: staff.id });
  const { target } = (await unit.municipality()).settings.caseload;
  return caseload > target ? [{ code: 'caseload-above-target', caseload, target }] : [];
}

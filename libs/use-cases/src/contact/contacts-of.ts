import { localDateOf, type Staff } from '#domain';
import type { UnitOfWork } from '../ports/index.js';

/** The one person to call about a small job: the fixed contact, and who answers today. */
export interface SmallJobContacts {
  fixedContact: Staff | null;
  answersToday: Staff | null;
}

/** As `fixedContactOf` and `whoAnswers`, for many small jobs in five reads; of somebody on leave the stand-in. */
export async function contactsOf(
  unit: UnitOfWork,
  smallJobIds: readonly string[],
): Promise<(smallJobId: string) => SmallJobContacts> {
  if (smallJobIds.length === 0) return () => ({ fixedContact: null, answersToday: null });
  const today = localDateOf(await unit.now());
  const about = { smallJobId: { in: [...new Set(smallJobIds)] } };
  const fixed = await unit.contacts.list({ ...about, endedAt: { isNull: true } });
  const covers = await unit.covers.list({ ...about, from: { to: today }, to: { from: today } });
  const ids = new Set([...fixed.map(({ staffId }) => staffId), ...covers.map(({ byStaffId }) => byStaffId)]);
  const leaves = await unit.leaves.list({
    staffId: { in: [...ids] },
    from: { to: today },
    to: { from: today },
    takenBackAt: { isNull: true },
  });
  for (const { standInId } of leaves) ids.add(standInId);
  const staff = await unit.staff.list({ id: { in: [...ids] } });
  const person = (id: string | undefined): Staff | null => staff.find((one) => one.id === id) ?? null;
  return (smallJobId) => {
    const fixedContact = person(fixed.find((row) => row.smallJobId === smallJobId)?.staffId);
    const covering = person(covers.find((row) => row.smallJobId === smallJobId)?.byStaffId);
    const answers = covering?.active ? covering : fixedContact;
    const standIn = person(leaves.find((row) => row.staffId === answers?.id)?.standInId);
    return { fixedContact, answersToday: standIn?.active ? standIn : answers };
  };
}

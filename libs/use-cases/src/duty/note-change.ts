import type { DutyChangeKind, DutyTurn } from '#domain';
import type { Ids, UnitOfWork } from '../ports/index.js';

/** A line of the history of the duty list: who changed what, and when. */
export async function noteChange(
  unit: UnitOfWork,
  ids: Ids,
  { id: turnId, staffId, from, to }: DutyTurn,
  what: DutyChangeKind,
  beforeStaffId: string | null,
  byStaffId: string,
): Promise<void> {
  await unit.dutyChanges.insert({
    id: ids.next(),
    municipalityId: unit.municipalityId,
    turnId,
    what,
    staffId,
    beforeStaffId,
    from,
    to,
    byStaffId,
    at: await unit.now(),
  });
}

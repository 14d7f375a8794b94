import type { Staff } from '#domain';
import type { Ids, UnitOfWork } from '../ports/index.js';
import { note } from '../escalation/case-file.js';

/** A leave that begins today while cases run: what waits of them on the absent person's list goes to who answers. */
export async function passOnOpenCases(unit: UnitOfWork, ids: Ids, from: Staff, to: Staff): Promise<void> {
  const tasks = await unit.tasks.list(
    { staffId: from.id, escalationId: { isNull: false }, doneAt: { isNull: true } },
    { lock: true },
  );
  for (const task of tasks) await unit.tasks.update({ ...task, staffId: to.id });
  for (const id of new Set(tasks.flatMap(({ escalationId }) => escalationId ?? [])))
    await note(unit, ids, { id }, 'passed-on', from.name, { to: to.name });
}

import type { Task, TaskKind, Temporal } from '#domain';
import type { Ids, UnitOfWork } from '../ports/index.js';

type Subjects = Pick<
  Task,
  | 'staffId'
  | 'citizenId'
  | 'smallJobId'
  | 'matchId'
  | 'offerId'
  | 'shiftId'
  | 'escalationId'
  | 'messageId'
  | 'note'
  | 'askedByStaffId'
>;

export interface NewTask extends Partial<Subjects> {
  kind: TaskKind;
  dueAt: Temporal.Instant;
}

/** Puts something on a person's list, or on the team's when nobody is named. */
export async function openTask(unit: UnitOfWork, ids: Ids, task: NewTask): Promise<Task> {
  const row: Task = {
    id: ids.next(),
    municipalityId: unit.municipalityId,
    staffId: null,
    citizenId: null,
    smallJobId: null,
    matchId: null,
    offerId: null,
    shiftId: null,
    escalationId: null,
    messageId: null,
    note: null,
    createdAt: await unit.now(),
    doneAt: null,
    doneByStaffId: null,
    outcome: null,
    askedByStaffId: null,
    answer: null,
    ...task,
  };
  await unit.tasks.insert(row);
  return row;
}

/** Ends the open tasks about something that has solved itself. */
export async function endTasks(
  unit: UnitOfWork,
  about: Partial<Subjects> & { kind?: TaskKind },
  outcome: string,
): Promise<void> {
  await finishTasks(unit, about, outcome, null);
}

/** The same when a person did what they ask for. */
export async function finishTasks(
  unit: UnitOfWork,
  about: Partial<Subjects> & { kind?: TaskKind },
  outcome: string,
  doneByStaffId: string | null,
): Promise<void> {
  const open = await unit.tasks.list({ ...about, doneAt: { isNull: true } }, { lock: true });
  const now = await unit.now();
  for (const task of open) await unit.tasks.update({ ...task, doneAt: now, doneByStaffId, outcome });
}

import type { Actor, Message } from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';

/** What hangs on a shift: an open case, tasks to do, messages to people. */
export interface ShiftTraces {
  caseId: string | null;
  taskIds: readonly string[];
  messages: readonly Pick<Message, 'id' | 'receiver'>[];
}

/** What something that was done about a shift has stopped and started. */
export interface Consequences {
  caseClosed: boolean;
  caseOpened: boolean;
  tasksDone: number;
  tasksMade: number;
  /** Messages to these, in the order people are told. */
  told: Message['receiver'][];
}

/** Read before and after, so that a page can say what was stopped and what was started. */
export class ReadShiftTraces {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(shiftId: string, actor: Actor): Promise<ShiftTraces> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) => tracesOf(unit, shiftId));
  }
}

async function tracesOf(unit: UnitOfWork, shiftId: string): Promise<ShiftTraces> {
  const open = await unit.escalations.first({ shiftId, state: { notIn: ['closed'] } });
  const tasks = await unit.tasks.list({ shiftId, doneAt: { isNull: true } });
  const messages = await unit.messages.list({ subjectId: shiftId });
  return {
    caseId: open?.id ?? null,
    taskIds: tasks.map(({ id }) => id),
    messages: messages.map(({ id, receiver }) => ({ id, receiver })),
  };
}

const receivers: readonly Message['receiver'][] = ['citizen', 'company', 'staff'];

export function consequencesOf(before: ShiftTraces, after: ShiftTraces): Consequences {
  const known = new Set(before.messages.map(({ id }) => id));
  const fresh = after.messages.filter(({ id }) => !known.has(id));
  return {
    caseClosed: before.caseId !== null && after.caseId !== before.caseId,
    caseOpened: after.caseId !== null && after.caseId !== before.caseId,
    tasksDone: before.taskIds.filter((id) => !after.taskIds.includes(id)).length,
    tasksMade: after.taskIds.filter((id) => !before.taskIds.includes(id)).length,
    told: receivers.filter((receiver) => fresh.some((message) => message.receiver === receiver)),
  };
}

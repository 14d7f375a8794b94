import {
  isColleague,
  latest,
  type Escalation,
  type EscalationEntry,
  type EscalationStep,
  type Temporal,
} from '#domain';
import type { Ids, UnitOfWork } from '../ports/index.js';
import { openTask } from '../task/open-task.js';

/** Adds a line to the history of a case. It is never changed afterwards. */
export async function note(
  unit: UnitOfWork,
  ids: Ids,
  escalation: Pick<Escalation, 'id'>,
  what: string,
  who: string,
  details: EscalationEntry['details'] = {},
): Promise<void> {
  await unit.escalationEntries.insert({
    id: ids.next(),
    municipalityId: unit.municipalityId,
    escalationId: escalation.id,
    at: await unit.now(),
    what,
    who,
    details,
  });
}

/** The steps that still wait in this round, in order. */
export const waitingSteps = (unit: UnitOfWork, escalation: Escalation): Promise<EscalationStep[]> =>
  unit.escalationSteps.list(
    { escalationId: escalation.id, round: escalation.round, state: 'waiting' },
    { order: [{ by: 'seq' }] },
  );

/** Nothing more of this round will be done: the case is closed or goes over to another ladder. */
export async function dropWaiting(unit: UnitOfWork, escalation: Escalation): Promise<void> {
  for (const step of await waitingSteps(unit, escalation)) {
    await unit.escalationSteps.update({ ...step, state: 'dropped' });
    await unit.forget('escalation.take-step', step.id);
  }
}

/**
 * Moves what waits so that the next step is due at `first`; the later ones keep their distance to it. Used
 * when a pause ends, when a message did not arrive, and when somebody is on the way. `next` tells which step is meant,
 * where it is not the first: those before it are due with it.
 */
export async function moveWaiting(
  unit: UnitOfWork,
  escalation: Escalation,
  first: Temporal.Instant,
  next: (step: EscalationStep) => boolean = () => true,
): Promise<Temporal.Instant | null> {
  const steps = await waitingSteps(unit, escalation);
  const before = (steps.find(next) ?? steps[0])?.dueAt;
  if (!before) return null;
  const shift = first.epochMilliseconds - before.epochMilliseconds;
  for (const step of steps) {
    const dueAt = latest(step.dueAt.add({ milliseconds: shift }), first);
    await unit.escalationSteps.update({ ...step, dueAt });
    await unit.forget('escalation.take-step', step.id);
    await unit.wake('escalation.take-step', step.id, dueAt);
  }
  return first;
}

/**
 * Nobody heard a step, so nobody waits for it: its repetitions would take the same way and are dropped, and the next
 * other step is due at once; of a colleague's, the next colleague's. Returns when that is; null when there is none, and then the case is on the list.
 */
export async function goOnWithout(
  unit: UnitOfWork,
  ids: Ids,
  escalation: Escalation,
  unheard: Pick<EscalationStep, 'ladderStep' | 'round' | 'who'>,
): Promise<Temporal.Instant | null> {
  for (const step of await waitingSteps(unit, escalation)) {
    if (step.round !== unheard.round || step.ladderStep !== unheard.ladderStep) continue;
    await unit.escalationSteps.update({ ...step, state: 'dropped' });
    await unit.forget('escalation.take-step', step.id);
  }
  const next = ({ who }: EscalationStep): boolean => !isColleague(unheard.who) || isColleague(who);
  const nextStepAt = await moveWaiting(unit, escalation, await unit.now(), next);
  if (nextStepAt === null) await putOnTheList(unit, ids, escalation);
  return nextStepAt;
}

/** Where every ladder ends: on the list that everybody looks at, once. */
export async function putOnTheList(
  unit: UnitOfWork,
  ids: Ids,
  { id, citizenId, smallJobId, shiftId }: Escalation,
): Promise<void> {
  const about = { escalationId: id, kind: 'nobody-took-it', staffId: null } as const;
  const known = { escalationId: id, kind: 'nobody-took-it', staffId: { isNull: true } } as const;
  if (await unit.tasks.first({ ...known, doneAt: { isNull: true } })) return;
  await openTask(unit, ids, { ...about, citizenId, smallJobId, shiftId, dueAt: await unit.now() });
}

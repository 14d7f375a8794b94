import type { Escalation, EscalationEntry, EscalationStep, Temporal } from '#domain';
import type { Ids, UnitOfWork } from '../ports/index.js';

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
 * when a pause ends, when a message did not arrive, and when somebody is on the way.
 */
export async function moveWaiting(
  unit: UnitOfWork,
  escalation: Escalation,
  first: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const steps = await waitingSteps(unit, escalation);
  const before = steps[0]?.dueAt;
  if (!before) return null;
  const shift = first.epochMilliseconds - before.epochMilliseconds;
  for (const step of steps) {
    const dueAt = step.dueAt.add({ milliseconds: shift });
    await unit.escalationSteps.update({ ...step, dueAt });
    await unit.forget('escalation.take-step', step.id);
    await unit.wake('escalation.take-step', step.id, dueAt);
  }
  return first;
}

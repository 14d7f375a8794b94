import {
  defaultLadders,
  placeSteps,
  type Escalation,
  type EscalationStep,
  type LadderDefinition,
  type LadderName,
  type Shift,
} from '#domain';
import { Ids, type UnitOfWork } from '../ports/index.js';
import { Correspondence } from '../message/correspondence.js';
import { found } from '../wiring/permissions.js';
import { dropWaiting, note } from './case-file.js';
import { tellWhoHasIt } from './tell-workplace.js';

/** The municipality's ladder as it is now. */
export async function ladderOf(unit: UnitOfWork, name: LadderName): Promise<LadderDefinition> {
  return (await unit.ladders.first({ name }))?.definition ?? defaultLadders[name];
}

export const openCaseOf = (unit: UnitOfWork, shiftId: string): Promise<Escalation | undefined> =>
  unit.escalations.first({ shiftId, state: { notIn: ['closed'] } }, { lock: true });

/** The case that was closed last: what is said after it may be news, or settled. */
export const lastCaseOf = (unit: UnitOfWork, shiftId: string): Promise<Escalation | undefined> =>
  unit.escalations.first({ shiftId }, { order: [{ by: 'openedAt', direction: 'desc' }] });

/**
 * Opens the case of a shift, or lets an open one go over to the other ladder (not seen, then said not here).
 * The ladder is copied into the case: an edit never disturbs what runs. Whoever has taken the case keeps it: the steps
 * of the new ladder wait until that person has seen to it.
 */
export class StartEscalation {
  static readonly needs = [Ids, Correspondence] as const;

  constructor(
    private readonly ids: Ids,
    private readonly correspondence: Correspondence,
  ) {}

  async within(unit: UnitOfWork, shift: Shift, name: LadderName, who: string): Promise<Escalation> {
    const open = await openCaseOf(unit, shift.id);
    if (open && (open.ladder === name || name === 'not-seen')) return open;
    const snapshot = await ladderOf(unit, name);
    const now = await unit.now();
    if (open) await dropWaiting(unit, open);
    const taken = open?.state === 'acknowledged' ? open.acknowledged : null;
    const before = open ? undefined : await lastCaseOf(unit, shift.id);
    const escalation: Escalation = {
      id: open?.id ?? this.ids.next(),
      municipalityId: unit.municipalityId,
      ladder: name,
      snapshot,
      shiftId: shift.id,
      citizenId: shift.citizenId,
      smallJobId: shift.smallJobId,
      companyId: shift.companyId,
      state: taken ? 'acknowledged' : 'open',
      openedAt: open?.openedAt ?? now,
      ladderStartedAt: now,
      round: (open?.round ?? 0) + 1,
      nextStepAt: null,
      acknowledged: taken,
      snoozedUntil: null,
      employerToldAt: open?.employerToldAt ?? null,
      outcome: null,
      nextTime: null,
      closedAt: null,
    };
    const steps: EscalationStep[] = placeSteps(snapshot, now).map(
      ({ seq, ladderStep, repetition, who: target, channel, message, dueAt }) => ({
        id: this.ids.next(),
        municipalityId: unit.municipalityId,
        escalationId: escalation.id,
        round: escalation.round,
        seq,
        ladderStep,
        repetition,
        who: target,
        channel,
        message,
        dueAt,
        state: 'waiting',
        takenAt: null,
        messageId: null,
      }),
    );
    escalation.nextStepAt = taken ? null : (steps[0]?.dueAt ?? null);
    await (open ? unit.escalations.update(escalation) : unit.escalations.insert(escalation));
    const woken = taken ? [] : steps;
    await Promise.all([
      unit.escalationSteps.insertMany(steps),
      ...woken.map(({ id, dueAt }) => unit.wake('escalation.take-step', id, dueAt)),
    ]);
    await note(unit, this.ids, escalation, open ? 'ladder-changed' : 'opened', who, {
      ladder: name,
      ...(taken && { by: taken.byName }),
      ...(before?.outcome && { after: before.outcome }),
    });
    if (!open) await unit.record({ type: 'EscalationOpened', escalationId: escalation.id });
    if (taken) await tellWhoHasIt(unit, this.correspondence, escalation, taken);
    return found(await unit.escalations.find(escalation.id), 'escalation.not-found');
  }
}

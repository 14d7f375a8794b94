import { expect } from '@jest/globals';
import { isBefore, placeSteps, Temporal, type Escalation, type EscalationStep } from '#domain';
import type { LadderModel } from './ladder-model.js';
import type { CaseAtHand, LadderTown } from './ladder-town.js';

const instant = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());

/** Holds after every command, whatever it was. */
export async function checkEverything(town: LadderTown, at: CaseAtHand, model: LadderModel): Promise<void> {
  const all = await at.inside((unit) =>
    unit.escalations.list({ shiftId: at.shift.id }, { order: [{ by: 'openedAt' }, { by: 'id' }] }),
  );
  expect(all).toHaveLength(model.cases);
  const one = all.at(-1);
  if (!one) return;
  await isAsTheModelSays(at, one, model);
  const steps = await at.inside((unit) =>
    unit.escalationSteps.list({ escalationId: one.id, round: one.round }, { order: [{ by: 'seq' }] }),
  );
  isItsOwnCopy(one, steps, model);
  await hasLeftItsOldLadder(at, one);
  isInOrder(steps);
  await isTakenOnce(town, at);
  nothingLeftWhilePaused(town);
  await standsStillWhilePaused(at, one, model);
  if (model.phase === 'open' && model.isUndisturbed)
    expect(steps.filter(({ state }) => state === 'taken').map(({ seq }) => seq)).toEqual(model.due());
  if (one.state !== 'closed') await isNeverSilent(town, at, one, steps, model);
  else expect(steps.filter(({ state }) => state === 'waiting')).toEqual([]);
}

async function isAsTheModelSays(at: CaseAtHand, one: Escalation, model: LadderModel): Promise<void> {
  expect([one.state, one.ladder, one.round]).toEqual([model.phase, model.ladder, model.round]);
  const holder = model.holder && at.staff[model.holder].id;
  expect(one.state === 'acknowledged' ? one.acknowledged?.byStaffId : null).toBe(holder);
  // Only whoever has it, and only when its time is up, is asked *Stadig i gang?*.
  if (one.state === 'acknowledged') expect(one.acknowledged?.askedAt !== null).toBe(model.askedAt !== null);
  expect(one.outcome).toBe(model.outcome);
}

/** Whatever a leader has changed since, a case goes on as it began. */
function isItsOwnCopy(one: Escalation, steps: readonly EscalationStep[], model: LadderModel): void {
  expect(one.snapshot).toEqual(model.snapshot);
  const placed = placeSteps(model.snapshot, model.startedAt);
  const as = ({ seq, ladderStep, repetition, who, channel, message }: Omit<EscalationStep, 'id'>) =>
    [seq, ladderStep, repetition, who, channel, message].join();
  expect(steps.map(as)).toEqual(placed.map((step) => as(step as never)));
}

/** What waited of the ladder before does not wait any more. */
async function hasLeftItsOldLadder(at: CaseAtHand, { id, round }: Escalation): Promise<void> {
  const steps = await at.inside((unit) => unit.escalationSteps.list({ escalationId: id, state: 'waiting' }));
  expect(steps.filter((step) => step.round !== round)).toEqual([]);
}

/** No step overtakes another. */
function isInOrder(steps: readonly EscalationStep[]): void {
  const taken = steps.filter(({ state }) => state === 'taken').map(({ seq }) => seq);
  const waiting = steps.filter(({ state }) => state === 'waiting').map(({ seq }) => seq);
  if (taken.length > 0 && waiting.length > 0) expect(Math.max(...taken)).toBeLessThan(Math.min(...waiting));
  for (const step of steps) if (step.takenAt) expect(isBefore(step.takenAt, step.dueAt)).toBe(false);
}

async function isTakenOnce(town: LadderTown, at: CaseAtHand): Promise<void> {
  const messages = await town.really(
    `SELECT escalation_step_id FROM messages WHERE municipality_id = $1 AND escalation_step_id IS NOT NULL
     GROUP BY escalation_step_id, receiver, channel HAVING count(*) > 1`,
    [at.municipalityId],
  );
  expect(messages).toEqual([]);
  const entries = await town.really<{ told: number; taken: number }>(
    `SELECT (SELECT count(*)::int FROM escalation_entries WHERE municipality_id = $1
             AND what IN ('step-taken', 'step-skipped')) AS told,
            (SELECT count(*)::int FROM escalation_steps WHERE municipality_id = $1 AND state = 'taken') AS taken`,
    [at.municipalityId],
  );
  expect(entries[0]!.told).toBe(entries[0]!.taken);
  const sent = town.deliveries.map(({ messageId }) => messageId);
  expect(sent).toHaveLength(new Set(sent).size);
}

/** From the commit of an acknowledge, a snooze or a close on, nothing of the ladder leaves. */
const nothingLeftWhilePaused = ({ deliveries }: LadderTown): void =>
  expect(deliveries.filter(({ caseState }) => caseState !== undefined && caseState !== 'open')).toEqual([]);

/** A case that somebody has, or that was put aside, takes no step. */
async function standsStillWhilePaused(at: CaseAtHand, { id }: Escalation, model: LadderModel): Promise<void> {
  const taken = await at.inside((unit) => unit.escalationSteps.count({ escalationId: id, state: 'taken' }));
  const isPaused = model.phase === 'acknowledged' || model.phase === 'snoozed';
  if (isPaused && model.takenWhenPaused !== null) expect(taken).toBe(model.takenWhenPaused);
  model.takenWhenPaused = isPaused ? taken : null;
}

/** An open case has a step that comes, somebody who is asked, a pause that ends, or a place on everybody's list. */
async function isNeverSilent(
  town: LadderTown,
  at: CaseAtHand,
  one: Escalation,
  steps: readonly EscalationStep[],
  model: LadderModel,
): Promise<void> {
  const jobs = await town.really<{ job: string; subject: string; due: Date }>(
    `SELECT job, subject_id AS subject, due_at AS due FROM due_jobs
     WHERE municipality_id = $1 AND done_at IS NULL AND failed_at IS NULL`,
    [at.municipalityId],
  );
  const comes = (names: string[], subject: string, by: Temporal.Instant): boolean =>
    jobs.some((job) => names.includes(job.job) && job.subject === subject && !isBefore(by, instant(job.due)));
  if (one.state === 'snoozed')
    return expect(comes(['escalation.resume'], one.id, one.snoozedUntil!)).toBe(true);
  if (one.state === 'acknowledged') {
    const ends = Temporal.Instant.from(one.acknowledged!.expiresAt).add({ minutes: 5 });
    return expect(comes(['escalation.ask-still-at-it', 'escalation.expire-acknowledge'], one.id, ends)).toBe(
      true,
    );
  }
  const waiting = steps.filter(({ state }) => state === 'waiting');
  for (const step of waiting) expect(comes(['escalation.take-step'], step.id, step.dueAt)).toBe(true);
  // What was due has been done: nothing hangs in the past.
  for (const step of waiting) expect(isBefore(step.dueAt, model.now)).toBe(false);
  if (waiting.length > 0) return;
  const listed = await at.inside((unit) =>
    unit.tasks.count({
      escalationId: one.id,
      kind: 'nobody-took-it',
      staffId: { isNull: true },
      doneAt: { isNull: true },
    }),
  );
  expect(listed).toBe(1);
}

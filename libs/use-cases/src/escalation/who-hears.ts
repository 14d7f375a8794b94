import {
  isWithinHours,
  whoIsAsked,
  type Asked,
  type Crew,
  type Escalation,
  type EscalationStep,
  type Staff,
} from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { brokerOf, contactOfDay } from '../contact/who-answers.js';

/** Whom a step reaches, and why it is not the one it names. Without `staff` it is for the list. */
export interface WhoHears {
  staff: Staff | null;
  reason: string | null;
  /** False: there was nobody to ask, and waiting would be for nobody. */
  reached: boolean;
}

/** Whom a case belongs to: the contact of the day; where there is none any more, the citizen's broker or a leader. */
export async function contactOfCase(
  unit: UnitOfWork,
  { smallJobId, citizenId }: Escalation,
  { now, staff }: Crew,
): Promise<Staff | undefined> {
  const contact = await contactOfDay(unit, smallJobId, now, staff);
  if (contact) return contact;
  const citizen = await unit.citizens.find(citizenId);
  return citizen && brokerOf(unit, citizen);
}

export async function whoHears(
  unit: UnitOfWork,
  escalation: Escalation,
  step: EscalationStep,
  contact: Staff | undefined,
  crew: Crew,
): Promise<WhoHears> {
  if (step.who === 'list') return { staff: null, reason: null, reached: true };
  const { hours } = escalation.snapshot.steps[step.ladderStep] ?? {};
  const inTime = isWithinHours(hours, crew.now);
  if (!inTime && hours?.otherwise === 'list') return { staff: null, reason: 'off-hours', reached: true };
  const who = (inTime ? step.who : 'duty') as Asked;
  const asked = contact && whoIsAsked(who, contact, crew, await whoHasHeard(unit, escalation, step));
  if (!asked) return { staff: null, reason: 'nobody-here', reached: false };
  return { staff: asked.staff, reason: inTime ? asked.insteadOf : 'off-hours', reached: true };
}

/** Who was written to by another step of this round; the repetitions of a step are for the same person. */
async function whoHasHeard(
  unit: UnitOfWork,
  { id, round }: Escalation,
  { ladderStep }: EscalationStep,
): Promise<Set<string>> {
  const taken = await unit.escalationSteps.list({ escalationId: id, round, messageId: { isNull: false } });
  const others = taken.filter((step) => step.ladderStep !== ladderStep);
  const messages = await unit.messages.list({
    id: { in: others.flatMap(({ messageId }) => messageId ?? []) },
  });
  return new Set(messages.flatMap(({ staffId }) => staffId ?? []));
}

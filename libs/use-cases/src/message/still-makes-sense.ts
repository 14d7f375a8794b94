import { CODE_MINUTES, isBefore, isOpen, type Message, type Temporal } from '#domain';
import { dayKey } from '../agreement/tell-last-day.js';
import type { UnitOfWork } from '../ports/index.js';

/** A question about something that is settled is not asked any more, and old news is not told. */
export async function stillMakesSense(
  unit: UnitOfWork,
  message: Message,
  now: Temporal.Instant,
): Promise<boolean> {
  const subject = message.subjectId ?? '';
  if (message.escalationStepId) return isStepOfRunningLadder(unit, message.escalationStepId);
  switch (purposeOf(message)) {
    case 'offer':
    case 'offer-reminder': {
      const offer = await unit.offers.find(subject);
      return offer !== undefined && isOpen(offer) && isBefore(now, offer.expiresAt);
    }
    // Name and number of somebody who will not come after all stay in the house.
    case 'offer-answered':
      return message.data['answer'] !== 'yes' || (await unit.offers.find(subject))?.state === 'accepted';
    case 'last-day': {
      const agreement = await unit.agreements.find(subject);
      const job = agreement && (await unit.smallJobs.find(agreement.smallJobId));
      return agreement?.state === 'signed' && message.dedupeKey.endsWith(dayKey(job?.endDate ?? null));
    }
    case 'hours-changed':
    case 'hours-changed-company':
      return (await unit.agreements.find(subject))?.state === 'signed';
    case 'sign-in-code':
      return isBefore(now, message.createdAt.add({ minutes: CODE_MINUTES }));
    case 'interest-asked':
      return (await unit.matches.find(subject))?.state === 'asking';
    case 'match-proposed':
    case 'match-reminder':
      return (await unit.matches.find(subject))?.state === 'proposed';
    case 'shift-reminder':
    case 'shift-moved':
    case 'shift-moved-company':
    case 'shift-back-on': {
      const shift = await unit.shifts.find(subject);
      if (shift?.state !== 'planned' || !isBefore(now, shift.startsAt)) return false;
      // Not at the end: what a person sent again has that in its key as well.
      return message.dedupeKey.includes(shift.startsAt.toString());
    }
    default:
      return true;
  }
}

/** On a shared phone the text says only whom to call; the key still tells what it is about. */
export const purposeOf = ({ template, dedupeKey }: Message): string =>
  template === 'call-only' ? (dedupeKey.split(':')[4] ?? template) : template;

/**
 * From the commit of an acknowledge, a snooze or a close on, nothing of the ladder leaves any more (P13). The case is
 * locked: read alone, it could be taken between this look and the commit of the claim.
 */
async function isStepOfRunningLadder(unit: UnitOfWork, stepId: string): Promise<boolean> {
  const step = await unit.escalationSteps.find(stepId);
  const escalation = step && (await unit.escalations.lock(step.escalationId));
  return escalation?.state === 'open' && step?.round === escalation.round;
}

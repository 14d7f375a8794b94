import { Temporal } from '../kernel/index.js';
import type { Escalation } from '../escalation/index.js';

/**
 * When something happens by itself in an open case: the next step, or the end of an acknowledge or a pause. Where
 * the ladder has ended it waits for a person, and has since it began.
 */
export function escalationDeadline({
  acknowledged,
  snoozedUntil,
  nextStepAt,
  openedAt,
  state,
}: Escalation): Temporal.Instant {
  if (state === 'acknowledged' && acknowledged) return Temporal.Instant.from(acknowledged.expiresAt);
  if (state === 'snoozed' && snoozedUntil) return snoozedUntil;
  return nextStepAt ?? openedAt;
}

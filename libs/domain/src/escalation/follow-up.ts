import { Temporal } from '../kernel/index.js';
import type { Shift } from '../shift/index.js';
import type { Escalation } from './escalation.js';

/**
 * What the workplace hears of a person who has not been seen: the contact has been told, or somebody is on it and
 * calls before a time. Never why somebody is not there, and nothing while only the citizen has been asked.
 */
export interface FollowUp {
  says: 'told' | 'talks' | 'drives' | 'looks-into-it';
  /** Who is on it; null: whoever answers for the small job. */
  byStaffId: string | null;
  before: Temporal.Instant | null;
}

const says = { call: 'talks', drive: 'drives', other: 'looks-into-it' } as const;

export function followUpOf(escalation: Escalation, shift: Shift): FollowUp | null {
  const { state, ladder, acknowledged, snoozedUntil } = escalation;
  const knows = ladder === 'not-here' || shift.workplaceAskedAt !== null;
  if (state === 'closed' || !knows) return null;
  if (state === 'snoozed') return { says: 'looks-into-it', byStaffId: null, before: snoozedUntil };
  if (state === 'acknowledged' && acknowledged) {
    const { action, byStaffId, expiresAt } = acknowledged;
    return { says: says[action], byStaffId, before: Temporal.Instant.from(expiresAt) };
  }
  return ladder === 'not-here' ? { says: 'told', byStaffId: null, before: null } : null;
}

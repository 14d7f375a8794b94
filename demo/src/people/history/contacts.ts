import type { Agreement, ContactAssignment } from '#domain';
import { demoId } from '../demo-ids.js';
import type { Taken } from './who-took-it.js';

/**
 * One person for both sides: from the signatures on it is the citizen's broker (practice.md). Both lines stay,
 * because each change of person is counted (R18).
 */
export function contactsAfter(
  first: readonly ContactAssignment[],
  taken: readonly Taken[],
  agreements: readonly Agreement[],
): ContactAssignment[] {
  const changes = new Map(
    taken.flatMap(({ job, citizen, number }, at) => {
      const { state, signedAt } = agreements[at]!;
      if (state !== 'signed' || signedAt === null || citizen.brokerId === null) return [];
      return [[job.id, { number, staffId: citizen.brokerId, signedAt }] as const];
    }),
  );
  return first.flatMap((contact): ContactAssignment[] => {
    const change = changes.get(contact.smallJobId);
    if (!change || change.staffId === contact.staffId) return [contact];
    const { number, staffId, signedAt } = change;
    const id = demoId('vejle contact who took over', number);
    const next = { ...contact, id, staffId, startedAt: signedAt, reason: 'broker-takes-over' as const };
    return [{ ...contact, endedAt: signedAt }, next];
  });
}

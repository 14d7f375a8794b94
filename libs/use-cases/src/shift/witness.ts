import { DomainError, isStaff, type Actor, type Evidence, type HeardWay } from '#domain';

/** Whose word it is when staff write it down for somebody else, and how it came to them. */
export interface Heard {
  from: Evidence['by'];
  how: HeardWay;
}

/** Whose word it is, strongest first: the workplace, the contact, the citizen. */
export const saidBy = (actor: Actor): Evidence['by'] =>
  actor.role === 'employer' ? 'workplace' : actor.role === 'citizen' ? 'citizen' : 'contact';

/**
 * Whose word stands in the evidence. Somebody who was called writes down what the citizen or the workplace said.
 *
 * @throws not-allowed when others than staff speak for somebody else.
 */
export function witness(actor: Actor, heard?: Heard): Pick<Evidence, 'by' | 'how' | 'writtenByStaffId'> {
  if (!heard) return { by: saidBy(actor) };
  if (!isStaff(actor)) throw new DomainError('not-allowed');
  return { by: heard.from, how: heard.how, writtenByStaffId: actor.staffId };
}

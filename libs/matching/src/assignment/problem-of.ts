import type { FittingPairs } from '../kernel/answers.js';
import { waitingBonus, type AssignmentRules } from './assignment-rules.js';
import { NO_CONTACT, type AssignmentProblem } from './problem.js';

/** What the assignment has to know beside who fits where. */
export interface OpeningsToFill {
  /** Free seats and fixed contact of each small job of the pairs, in their order. */
  smallJobs: readonly { seats: number; contactId: string | null }[];
  /** Whole days that each citizen of the pairs has waited, in their order. */
  waitedDays: readonly number[];
  /** Whose each citizen of the pairs is, in their order: on a job of her or his own contact nobody new is followed. */
  brokerIds: readonly (string | null)[];
  /** How many more each contact can follow. */
  contacts: readonly { id: string; room: number }[];
}

/** The problem of who gets which seat, valued by score and waiting. */
export function problemOf(
  { from, citizen, score, citizenIds }: FittingPairs,
  { smallJobs, waitedDays, brokerIds, contacts }: OpeningsToFill,
  rules: AssignmentRules,
): AssignmentProblem {
  const bonus = Int32Array.from(waitedDays, (days) => waitingBonus(days, rules));
  const numberOf = new Map(contacts.map(({ id }, at) => [id, at]));
  const counts = new Uint8Array(citizen.length);
  smallJobs.forEach(({ contactId }, job) => {
    for (let pair = from[job]!; pair < from[job + 1]!; pair += 1) {
      const isOwn = contactId !== null && brokerIds[citizen[pair]!] === contactId;
      counts[pair] = isOwn ? 0 : 1;
    }
  });
  return {
    citizens: citizenIds.length,
    from,
    citizen,
    value: score.map((points, pair) => points + bonus[citizen[pair]!]!),
    counts,
    seats: Int32Array.from(smallJobs, ({ seats }) => seats),
    contact: Int32Array.from(smallJobs, ({ contactId }) =>
      contactId === null ? NO_CONTACT : (numberOf.get(contactId) ?? NO_CONTACT),
    ),
    room: Int32Array.from(contacts, ({ room }) => room),
  };
}

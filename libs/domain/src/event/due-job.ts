/**
 * Work that falls due: each is a row with its time, written in the transaction that caused it. The queue only
 * wakes a worker; the handler reads the state again and may find that nothing is to be done any more.
 *
 * The name says what to do, `subjectId` says to what.
 */
export const dueJobs = [
  'match.rank',
  'match.remind-employer',
  'match.lapse',
  'offer.remind',
  'offer.expire',
  'offer.tell-company',
  'offer.show-next-person',
  'message.deliver',
  'message.settle',
  'agreement.watch-last-day',
  'shift.plan-ahead',
  'shift.remind',
  'shift.check-evidence',
  'shift.list-unconfirmed',
  'escalation.take-step',
  'escalation.ask-still-at-it',
  'escalation.expire-acknowledge',
  'escalation.resume',
  'import.run',
  'bulk-proposal.run',
] as const;

export type DueJobName = (typeof dueJobs)[number];

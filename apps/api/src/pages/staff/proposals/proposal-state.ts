import { firstName, Temporal } from '#domain';
import type { ProposalDesk } from '#use-cases';
import { proposalsWords as w } from '../../words/desk-proposals.js';
import { shortTime } from '../placement/when.js';

/** Where a proposal stands, and what happens by itself and when. */
export function stateLines(desk: ProposalDesk): string[] {
  const { match, citizen, now } = desk;
  const at = (instant: Temporal.Instant | null): string => (instant ? shortTime(instant, now) : '');
  const who = match.decidedBy ? firstName({ name: match.decidedBy }) : w.theCompany;
  switch (match.state) {
    case 'asking':
      return [
        w.askedAt(at(match.createdAt)),
        ...(match.lapsesAt ? [w.lapsesIfSilent(at(match.lapsesAt), firstName(citizen))] : []),
      ];
    case 'proposed':
      return [
        w.companyHeard(at(match.proposedAt)),
        ...match.reminders.map((reminder) =>
          w.remindedBy(nameOf(desk, reminder.byStaffId), at(Temporal.Instant.from(reminder.at))),
        ),
        ...(match.remindAt ? [w.remindsItself(at(match.remindAt))] : []),
        ...(match.lapsesAt ? [w.lapsesAt(at(match.lapsesAt))] : []),
      ];
    case 'confirmed':
      return [w.wasConfirmed(who, at(match.decidedAt)), ...(desk.offer ? [w.offerSent] : [])];
    case 'rejected':
      return [w.wasRejected(who, at(match.decidedAt), w.rejectReasons[match.rejectReason ?? 'other'])];
    case 'lapsed':
      return [w.wasLapsed(at(match.decidedAt))];
    case 'withdrawn':
      return [withdrawnLine(desk, at(match.decidedAt))];
  }
}

function withdrawnLine(desk: ProposalDesk, at: string): string {
  const { withdrawal } = desk.match;
  if (!withdrawal) return w.withdrawnAt(at);
  if (withdrawal.byStaffId === null) return w.citizenDidNotWant(at);
  const reason = w.withdrawReasons[withdrawal.reason].toLocaleLowerCase('da');
  return w.wasWithdrawn(nameOf(desk, withdrawal.byStaffId), at, reason);
}

const nameOf = ({ staff }: ProposalDesk, id: string): string =>
  firstName({ name: staff.get(id) ?? w.theCompany });

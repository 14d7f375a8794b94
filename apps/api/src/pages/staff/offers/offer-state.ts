import { firstName, Temporal } from '#domain';
import type { OfferDesk } from '#use-cases';
import { offersWords as w } from '../../words/desk-offers.js';
import { proposalsWords } from '../../words/desk-proposals.js';
import { shortTime } from '../placement/when.js';

/** Where an offer stands, and what happens by itself and when. */
export function stateLines(desk: OfferDesk): string[] {
  return [...wentOut(desk), ...answersOf(desk), ...nowLines(desk)];
}

function wentOut({ offer, staff, now }: OfferDesk): string[] {
  const { createdAt, lastSentAt, extensions } = offer;
  const wasSentAgain = lastSentAt.epochMilliseconds > createdAt.epochMilliseconds;
  const at = (instant: string): string => shortTime(Temporal.Instant.from(instant), now);
  return [
    w.sentAt(shortTime(createdAt, now)),
    ...(wasSentAgain ? [w.sentAgain(shortTime(lastSentAt, now))] : []),
    ...extensions.map((extension) =>
      w.extended(nameIn(staff, extension.byStaffId), at(extension.at), at(extension.from)),
    ),
  ];
}

function answersOf({ offer, staff, now }: OfferDesk): string[] {
  return offer.answers.map(({ answer, how, at, byStaffId, reason }) =>
    [
      w.answered(
        w.saidYes[answer],
        w.hows[how].toLocaleLowerCase('da'),
        shortTime(Temporal.Instant.from(at), now),
      ),
      ...(reason ? [w.because(w.declineReasons[reason])] : []),
      ...(byStaffId ? [w.writtenBy(nameIn(staff, byStaffId))] : []),
    ].join(' '),
  );
}

function nowLines(desk: OfferDesk): string[] {
  const { offer, citizen, now } = desk;
  const person = firstName(citizen);
  const { expiresAt, remindAt, bindingAt, companyToldAt } = offer;
  switch (offer.state) {
    case 'sent':
      return [
        w.answerBefore(person, shortTime(expiresAt, now)),
        ...(remindAt ? [w.remindsItself(shortTime(remindAt, now))] : []),
        w.ifSilent(person),
      ];
    case 'visiting':
      return [w.wantsVisit(person), w.answerBefore(person, shortTime(expiresAt, now))];
    case 'accepted':
      if (companyToldAt) return [w.companyTold(shortTime(companyToldAt, now))];
      return bindingAt ? [w.canChange(shortTime(bindingAt, now))] : [];
    case 'expired':
      return [w.expiredAt(shortTime(expiresAt, now)), w.seatFree];
    case 'withdrawn':
      return [...withdrawnLine(desk), w.seatFree];
    default:
      return [w.seatFree];
  }
}

/** Kept on the proposal, which ended with it. */
function withdrawnLine({ match, staff, now }: OfferDesk): string[] {
  const { withdrawal, decidedAt } = match;
  if (!withdrawal?.byStaffId || !decidedAt) return [];
  const reason = proposalsWords.withdrawReasons[withdrawal.reason].toLocaleLowerCase('da');
  return [
    proposalsWords.wasWithdrawn(nameIn(staff, withdrawal.byStaffId), shortTime(decidedAt, now), reason),
  ];
}

const nameIn = (staff: OfferDesk['staff'], id: string): string => firstName({ name: staff.get(id) ?? '' });

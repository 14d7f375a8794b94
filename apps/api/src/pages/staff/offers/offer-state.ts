import { firstName, Temporal } from '#domain';
import type { OfferDesk } from '#use-cases';
import { offersWords as w } from '../../words/desk-offers.js';
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

function nowLines({ offer, citizen, now }: OfferDesk): string[] {
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
    default:
      return [w.seatFree];
  }
}

const nameIn = (staff: OfferDesk['staff'], id: string): string => firstName({ name: staff.get(id) ?? '' });

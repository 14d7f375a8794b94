import {
  DomainError,
  Temporal,
  isBefore,
  onNextWorkingDay,
  type Holidays,
  type LocalTime,
} from '../kernel/index.js';
import { openOfferStates, type Offer } from './offer.js';

export const isOpen = (offer: Offer): boolean => openOfferStates.includes(offer.state);

/** Until when a yes can be taken back: the next working day at 9 (practice); the company hears after that. */
export const bindingAt = (
  acceptedAt: Temporal.Instant,
  time: LocalTime,
  holidays: Holidays,
): Temporal.Instant => onNextWorkingDay(acceptedAt, time, holidays);

/** A yes that the company has not heard of can still be taken back. */
export const canTakeBack = (offer: Offer, now: Temporal.Instant): boolean =>
  offer.state === 'accepted' &&
  offer.companyToldAt === null &&
  offer.bindingAt !== null &&
  isBefore(now, offer.bindingAt);

/** @throws the reason why this offer takes no answer any more. */
export function refuseClosed(offer: Offer): void {
  if (offer.state === 'expired') throw new DomainError('offer.expired');
  if (offer.state === 'withdrawn') throw new DomainError('offer.withdrawn');
  if (!isOpen(offer)) throw new DomainError('offer.already-answered', { state: offer.state });
}

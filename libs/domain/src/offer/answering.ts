import {
  addDays,
  DomainError,
  earliest,
  instantOf,
  isBefore,
  isoWithOffset,
  latest,
  localDateOf,
  onNextWorkingDay,
  type Holidays,
  type LocalDate,
  type LocalTime,
  type Temporal,
} from '../kernel/index.js';
import { openOfferStates, type Offer, type OfferState } from './offer.js';

/** Somebody has at least so long, even when the work begins soon. */
const LEAST_HOURS = 4;

/**
 * When an answer is due: a time of day that people say ("senest fredag kl. 12"), so many hours from now and not
 * after the evening before the work begins.
 */
export function answerDeadline(
  now: Temporal.Instant,
  withinHours: number,
  startDate: LocalDate,
): Temporal.Instant {
  const least = now.add({ hours: Math.min(LEAST_HOURS, withinHours) });
  const noon = instantOf(localDateOf(now.add({ hours: withinHours })), '12:00');
  const wished = isBefore(noon, least) ? now.add({ hours: withinHours }) : noon;
  if (startDate <= localDateOf(now)) return wished;
  const eveningBefore = instantOf(addDays(startDate, -1), '18:00');
  return earliest(wished, latest(eveningBefore, least));
}

export const isOpen = (offer: Offer): boolean => openOfferStates.includes(offer.state);

/** What it is to whoever looks: an offer that was not answered in time has expired, also before the worker says so. */
export const stateAt = (offer: Offer, now: Temporal.Instant): OfferState =>
  offer.state === 'sent' && !isBefore(now, offer.expiresAt) ? 'expired' : offer.state;

/** Nobody waits longer than this for an answer, whenever the work begins. */
const MOST_DAYS_MORE = 14;

/**
 * The latest deadline that more time can be given until: the evening before the work begins, or two weeks from now
 * where it has begun, begins far ahead, or so soon that the evening before is past.
 */
export function latestDeadline(now: Temporal.Instant, startDate: LocalDate): Temporal.Instant {
  const inTwoWeeks = instantOf(addDays(localDateOf(now), MOST_DAYS_MORE), '18:00');
  const eveningBefore = instantOf(addDays(startDate, -1), '18:00');
  return isBefore(now, eveningBefore) ? earliest(inTwoWeeks, eveningBefore) : inTwoWeeks;
}

/** @throws offer.deadline-invalid when more time would be less, past, or longer than the work can wait */
export function checkDeadline(
  offer: Pick<Offer, 'expiresAt'>,
  until: Temporal.Instant,
  now: Temporal.Instant,
  startDate: LocalDate,
): void {
  const last = latestDeadline(now, startDate);
  const fits = isBefore(now, until) && isBefore(offer.expiresAt, until) && !isBefore(last, until);
  if (!fits) {
    throw new DomainError('offer.deadline-invalid', {
      earliest: isoWithOffset(latest(now, offer.expiresAt)),
      latest: isoWithOffset(last),
    });
  }
}

/** Whether it leads to a job, or still may. Of any other nobody is shown what it would have paid. */
export const isStillOn = (state: OfferState): boolean =>
  state === 'accepted' || openOfferStates.includes(state);

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

import {
  addDays,
  slotInstants,
  weekdayOf,
  type Address,
  type LocalDate,
  type Temporal,
} from '../kernel/index.js';
import type { Offer } from '../offer/index.js';
import { calledOff, type Shift } from '../shift/index.js';
import type { SmallJob } from '../small-job/index.js';

/**
 * What a calendar gets of a shift: when, and where if that may be seen. Calendars are shared, printed and shown on
 * locked screens, so there is no name, no company and nothing about why.
 */
export interface CalendarEntry {
  /** Stable for ever: the calendar knows the entry by it. */
  uid: string;
  /** Higher each time the entry has changed. */
  sequence: number;
  status: 'confirmed' | 'tentative' | 'cancelled';
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  place: Address | null;
}

export const shiftEntry = (shift: Shift, place: Address | null): CalendarEntry => ({
  uid: `shift-${shift.id}@fodfaeste`,
  sequence: shift.revision,
  status: calledOff(shift.state) ? 'cancelled' : 'confirmed',
  startsAt: shift.startsAt,
  endsAt: shift.endsAt,
  place,
});

/** The first day of a job that is offered; undefined when its week has no shifts. */
export function offerEntry(
  offer: Pick<Offer, 'id' | 'state'>,
  smallJob: Pick<SmallJob, 'startDate' | 'weeklyShifts'>,
  place: Address | null,
): CalendarEntry | undefined {
  const first = firstSlot(smallJob);
  if (!first) return undefined;
  const over = offer.state === 'declined' || offer.state === 'expired' || offer.state === 'withdrawn';
  return {
    uid: `offer-${offer.id}@fodfaeste`,
    sequence: over ? 2 : offer.state === 'accepted' ? 1 : 0,
    status: over ? 'cancelled' : offer.state === 'accepted' ? 'confirmed' : 'tentative',
    ...slotInstants(first.date, first.slot),
    place,
  };
}

function firstSlot({ startDate, weeklyShifts }: Pick<SmallJob, 'startDate' | 'weeklyShifts'>) {
  for (let date: LocalDate = startDate; date < addDays(startDate, 7); date = addDays(date, 1)) {
    const [slot] = weeklyShifts
      .filter(({ weekday }) => weekday === weekdayOf(date))
      .sort((a, b) => a.start.localeCompare(b.start));
    if (slot) return { date, slot };
  }
  return undefined;
}

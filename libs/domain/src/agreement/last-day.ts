import {
  addDays,
  instantOf,
  isBefore,
  latest,
  localDateOf,
  type IsoInstant,
  type LocalDate,
  Temporal,
} from '../kernel/index.js';

/** What was done about the last day of the small job; counts for that day alone, and begins anew when it moves. */
export interface LastDayNotice {
  lastDay: LocalDate;
  /** The contact has it on the list: more, something new, or the end? */
  askedAt: IsoInstant | null;
  /** The citizen has been told of this day, or somebody was asked to say it. */
  toldAt: IsoInstant | null;
}

/** Time to talk with both sides before anything is written to anybody (practice: a person says it, not a machine). */
const TALK_DAYS_BEFORE = 14;
/** The citizen has it in writing a week before. */
const TELL_DAYS_BEFORE = 7;
const MORNING = '09:00';

/** When the contact is to talk with both sides about what comes after the last day. */
export const talkAt = (lastDay: LocalDate): Temporal.Instant =>
  instantOf(addDays(lastDay, -TALK_DAYS_BEFORE), MORNING);

export const tellAt = (lastDay: LocalDate): Temporal.Instant =>
  instantOf(addDays(lastDay, -TELL_DAYS_BEFORE), MORNING);

export type LastDayStep = { step: 'ask' | 'tell' | 'end' } | { step: 'wait'; until: Temporal.Instant };

/**
 * What is to be done now about a last day: ask the contact, tell the citizen, end the agreement, each once. It ends
 * after the last day and after its last shift, which may go into the night, and never on the day it was told of.
 *
 * @param lastShiftEnds of the shifts that are not cancelled, null when there are none
 */
export function lastDayStep(
  lastDay: LocalDate,
  notice: LastDayNotice | null,
  lastShiftEnds: Temporal.Instant | null,
  now: Temporal.Instant,
): LastDayStep {
  const { askedAt, toldAt } = noticeOf(lastDay, notice);
  if (askedAt === null) return dueFrom(talkAt(lastDay), 'ask', now);
  if (toldAt === null) return dueFrom(tellAt(lastDay), 'tell', now);
  const dayAfter = (day: LocalDate) => instantOf(addDays(day, 1), '00:00');
  const over = latest(dayAfter(lastDay), dayAfter(localDateOf(Temporal.Instant.from(toldAt))));
  return dueFrom(lastShiftEnds ? latest(over, lastShiftEnds) : over, 'end', now);
}

export const noticeOf = (lastDay: LocalDate, notice: LastDayNotice | null): LastDayNotice =>
  notice?.lastDay === lastDay ? notice : { lastDay, askedAt: null, toldAt: null };

const dueFrom = (at: Temporal.Instant, step: 'ask' | 'tell' | 'end', now: Temporal.Instant): LastDayStep =>
  isBefore(now, at) ? { step: 'wait', until: at } : { step };

import {
  addDays,
  instantOf,
  localDateOf,
  type Agreement,
  type LocalDate,
  type Match,
  type Message,
  type Offer,
  type Shift,
  type SmallJob,
  type Task,
  weekdayOf,
  type Temporal,
} from '#domain';
import { rowsOf } from '../../contracts/rows.js';

/** Everything that a municipality keeps of those who have a small job. */
export interface AtWork {
  /** All of them; of some the seat is taken. */
  smallJobs: SmallJob[];
  matches: Match[];
  offers: Offer[];
  agreements: Agreement[];
  shifts: Shift[];
  messages: Message[];
  tasks: Task[];
}

/** Of the open small jobs one in so many has somebody. */
const ONE_IN = 4;
const WEEKS_BACK = 8;
const WEEKS_AHEAD = 4;
/** On the list of each consultant today. */
const TASKS_EACH = 6;

/**
 * Eight weeks of shifts that were worked and four that are planned, the messages about them, and a morning's list for
 * every consultant.
 */
export function peopleAtWork(
  municipalityId: string,
  smallJobs: readonly SmallJob[],
  citizenIds: readonly string[],
  staffIds: readonly string[],
  now: Temporal.Instant,
): AtWork {
  const rows = rowsOf(municipalityId);
  const today = localDateOf(now);
  const taken = smallJobs.filter(({ status }, at) => status === 'open' && at % ONE_IN === 0);
  const isTaken = new Set(taken);
  const placed = taken.map((smallJob, at) => {
    const citizenId = citizenIds[at]!;
    const match = rows.match(smallJob.id, citizenId, { state: 'confirmed' });
    const offer = rows.offer(match, smallJob.companyId, { state: 'accepted', acceptedAt: now });
    const start = addDays(today, -7 * WEEKS_BACK);
    const agreement = rows.agreement(offer, {
      startDate: start,
      paidFrom: start,
      hours: [{ from: start, paid: smallJob.weeklyShifts }],
      signedAt: now,
    });
    const shifts = daysAround(today).flatMap((date) =>
      smallJob.weeklyShifts
        .filter(({ weekday }) => weekday === weekdayOf(date))
        .map((slot) => ({ date, ...slot })),
    );
    return {
      match,
      offer,
      agreement,
      shifts: shifts.map(({ date, start: from, end, breakMinutes }, number) => {
        const startsAt = instantOf(date, from);
        const endsAt = instantOf(date, end);
        const worked = date < today;
        return rows.shift(agreement, {
          date,
          start: from,
          end,
          breakMinutes,
          startsAt,
          endsAt,
          number: number + 1,
          ...(worked && {
            state: 'present',
            arrivedAt: startsAt,
            leftAt: endsAt,
            confirmedMinutes: Math.round(endsAt.since(startsAt).total('minutes')) - breakMinutes,
            confirmedAt: endsAt,
          }),
        });
      }),
    };
  });
  const shifts = placed.flatMap((one) => one.shifts);
  return {
    smallJobs: smallJobs.map((one) => (isTaken.has(one) ? { ...one, seatsTaken: 1 } : one)),
    matches: placed.map(({ match }) => match),
    offers: placed.map(({ offer }) => offer),
    agreements: placed.map(({ agreement }) => agreement),
    shifts,
    messages: shifts.map(({ id, citizenId }) =>
      rows.message({ template: 'shift-reminder', citizenId, subjectId: id, state: 'delivered' }),
    ),
    tasks: staffIds.flatMap((staffId, at) =>
      Array.from({ length: TASKS_EACH }, (_, nth) =>
        rows.task({
          staffId,
          citizenId: citizenIds[(at * TASKS_EACH + nth) % citizenIds.length]!,
          dueAt: now,
          createdAt: now,
        }),
      ),
    ),
  };
}

const daysAround = (today: LocalDate): LocalDate[] =>
  Array.from({ length: 7 * (WEEKS_BACK + WEEKS_AHEAD) }, (_, at) => addDays(today, at - 7 * WEEKS_BACK));

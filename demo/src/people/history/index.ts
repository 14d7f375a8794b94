import {
  addDays,
  weeklyMinutes,
  type Agreement,
  type Citizen,
  type ClosingDays,
  type LocalDate,
  type Shift,
  type SmallJob,
  type Staff,
} from '#domain';
import type { DemoDay } from '../demo-day.js';
import type { TownKey } from '../phones.js';
import type { HistoryRows } from '../town.js';
import { shiftNow } from '../waiting.js';
import { jobsTaken } from './jobs-taken.js';
import { agreementId, agreementOf, matchOf, offerOf } from './papers.js';
import { pastShifts } from './past-shifts.js';
import { toDo } from './to-do.js';
import type { Taken } from './who-took-it.js';

export { contactsAfter } from './contacts.js';
export { jobsTaken } from './jobs-taken.js';
export { whoTookIt, type Taken } from './who-took-it.js';

/** The agreements that a town began with. */
export const agreementIds = (town: TownKey): string[] =>
  town === 'vejle' ? jobsTaken.map((_, at) => agreementId(at + 1)) : [];

/** What the jobs taken left behind: papers, shifts that have been, and what is to do. */
export function historyOf(
  taken: readonly Taken[],
  staff: readonly Staff[],
  closed: readonly ClosingDays[],
  day: DemoDay,
): HistoryRows {
  const nameOf = new Map(staff.map(({ id, name }) => [id, name]));
  const signed = taken.map((one) => ({
    one,
    agreement: agreementOf(one, day, nameOf.get(one.citizen.brokerId!)!),
  }));
  return {
    matches: taken.map((one) => matchOf(one, day)),
    offers: taken.map((one) => offerOf(one, day)),
    agreements: signed.map(({ agreement }) => agreement),
    shifts: signed
      .filter(({ agreement }) => agreement.state !== 'draft')
      .flatMap(({ one, agreement }) => shiftsOf(one, agreement, daysOff(closed, one.job, day), day)),
    tasks: toDo(taken, day),
  };
}

/** What has been, and for one of them what is. */
function shiftsOf(one: Taken, agreement: Agreement, off: Set<LocalDate>, day: DemoDay): Shift[] {
  const past = pastShifts(one, agreement, off, day);
  if (!one.atWorkNow) return past;
  const number = 1 + past.filter(({ state }) => state !== 'cancelled').length;
  return [...past, shiftNow(agreement, number, one.job.startFlexibilityMinutes, day)];
}

function daysOff(closed: readonly ClosingDays[], { companyId }: SmallJob, day: DemoDay): Set<LocalDate> {
  const off = new Set(day.holidays);
  for (const days of closed.filter((one) => one.companyId === companyId)) {
    for (let date = days.from; date <= days.to; date = addDays(date, 1)) off.add(date);
  }
  return off;
}

/** Each yes has its seat; a job without a free one is filled. */
export function withSeats(smallJobs: readonly SmallJob[], taken: readonly Taken[]): SmallJob[] {
  return smallJobs.map((job) => {
    const seatsTaken = taken.filter((one) => one.job.id === job.id && !one.ended).length;
    return { ...job, seatsTaken, status: seatsTaken === job.positions ? 'filled' : job.status };
  });
}

/** What people take with them from jobs that ended: the features, never presence or absence. */
export function withTriedJobs(citizens: readonly Citizen[], taken: readonly Taken[]): Citizen[] {
  return citizens.map((citizen) => {
    const triedJobs = taken
      .filter((one) => one.citizen.id === citizen.id)
      .flatMap(({ job, ended }) => {
        if (!ended) return [];
        const { noise, peopleContact } = job.demands;
        const week = { category: job.category, weeklyMinutes: weeklyMinutes(job.weeklyShifts) };
        return [{ smallJobId: job.id, ...week, noise, peopleContact, wentWell: ended.wentWell }];
      });
    return { ...citizen, triedJobs };
  });
}

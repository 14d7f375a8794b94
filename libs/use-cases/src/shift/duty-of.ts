import {
  outsideContactHours,
  weekdayOf,
  type ContactAssignment,
  type ContactCover,
  type Holidays,
  type LocalDate,
  type Shift,
  type Staff,
} from '#domain';
import type { UnitOfWork } from '../ports/index.js';

/** Who answers for a shift on its day, and whether the phone is open when it begins. */
export interface Duty {
  staff: Staff | null;
  /** Stands in for the fixed contact on that day. */
  isCover: boolean;
  /** False: *uden vagt*, outside the contact hours, on a public holiday, or with nobody to call. */
  isOnDuty: boolean;
}

/** What is needed to say who is on duty, read once for any number of small jobs and days. */
export interface DutyRota {
  contacts: readonly ContactAssignment[];
  covers: readonly ContactCover[];
  staff: ReadonlyMap<string, Staff>;
  holidays: Holidays;
}

/** Of all small jobs, or of those that are named, between two days. */
export async function readRota(
  unit: UnitOfWork,
  days: { from: LocalDate; to: LocalDate },
  smallJobIds?: readonly string[],
): Promise<DutyRota> {
  const about = smallJobIds && { smallJobId: { in: [...new Set(smallJobIds)] } };
  const contacts = await unit.contacts.list({ ...about, endedAt: { isNull: true } });
  const covers = await unit.covers.list({ ...about, from: { to: days.to }, to: { from: days.from } });
  const ids = new Set([...contacts.map(({ staffId }) => staffId), ...covers.map((one) => one.byStaffId)]);
  const staff = await unit.staff.list({ id: { in: [...ids] } });
  return {
    contacts,
    covers,
    staff: new Map(staff.map((one) => [one.id, one])),
    holidays: await unit.holidays(days.from, days.to),
  };
}

/** Reads the rota once and answers for each shift. */
export function dutyIn(
  rota: DutyRota,
): (shift: Pick<Shift, 'smallJobId' | 'date' | 'start' | 'end'>) => Duty {
  const fixed = new Map(rota.contacts.map(({ smallJobId, staffId }) => [smallJobId, staffId]));
  return ({ smallJobId, date, start, end }) => {
    const cover = rota.covers.find(
      (one) => one.smallJobId === smallJobId && one.from <= date && date <= one.to,
    );
    const covering = cover && rota.staff.get(cover.byStaffId);
    const staff = covering ?? rota.staff.get(fixed.get(smallJobId) ?? '') ?? null;
    const slot = { weekday: weekdayOf(date), start, end };
    const isOnDuty =
      staff !== null &&
      staff.phone !== null &&
      !rota.holidays.has(date) &&
      outsideContactHours([slot], staff.contactHours).length === 0;
    return { staff, isCover: covering !== undefined, isOnDuty };
  };
}

/** For shifts that were read: who answers for each on its day. */
export async function dutyOf(unit: UnitOfWork, shifts: readonly Shift[]): Promise<(shift: Shift) => Duty> {
  const dates = shifts.map(({ date }) => date).sort();
  const [from, to] = [dates[0], dates.at(-1)];
  if (from === undefined || to === undefined) return () => ({ staff: null, isCover: false, isOnDuty: false });
  const jobs = shifts.map(({ smallJobId }) => smallJobId);
  return dutyIn(await readRota(unit, { from, to }, jobs));
}

import {
  addDays,
  coversMoment,
  instantOf,
  isLeaveOn,
  outsideContactHours,
  weekdayOf,
  type ContactAssignment,
  type ContactCover,
  type Holidays,
  type LocalDate,
  type DutyTurn,
  type Shift,
  type Staff,
  type StaffLeave,
} from '#domain';
import type { UnitOfWork } from '../ports/index.js';

/** Who answers for a shift on its day, and whether the phone is open when it begins. */
export interface Duty {
  staff: Staff | null;
  /** Stands in for the fixed contact on that day, or has the duty then. */
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
  leaves: readonly StaffLeave[];
  turns: readonly DutyTurn[];
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
  const leaves = await unit.leaves.list({
    from: { to: days.to },
    to: { from: days.from },
    takenBackAt: { isNull: true },
  });
  const turns = await unit.dutyTurns.list({
    removedAt: { isNull: true },
    from: { before: instantOf(addDays(days.to, 1), '00:00') },
    to: { after: instantOf(days.from, '00:00') },
  });
  const ids = new Set([...contacts.map(({ staffId }) => staffId), ...covers.map((one) => one.byStaffId)]);
  for (const { standInId } of leaves) ids.add(standInId);
  for (const { staffId } of turns) ids.add(staffId);
  const staff = await unit.staff.list({ id: { in: [...ids] } });
  return {
    contacts,
    covers,
    staff: new Map(staff.map((one) => [one.id, one])),
    holidays: await unit.holidays(days.from, days.to),
    leaves,
    turns,
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
    const contact = covering ?? rota.staff.get(fixed.get(smallJobId) ?? '') ?? null;
    const leaveOf = (one: Staff) =>
      rota.leaves.find((leave) => leave.staffId === one.id && isLeaveOn(leave, date));
    const leave = contact && leaveOf(contact);
    const standIn = leave ? (rota.staff.get(leave.standInId) ?? null) : contact;
    const slot = { weekday: weekdayOf(date), start, end };
    const isHere = (one: Staff | null | undefined): one is Staff =>
      !!one && one.active && one.phone !== null && !leaveOf(one);
    const answers =
      isHere(standIn) &&
      !rota.holidays.has(date) &&
      outsideContactHours([slot], standIn.contactHours).length === 0;
    if (answers) return { staff: standIn, isCover: standIn.id !== fixed.get(smallJobId), isOnDuty: true };
    const begins = instantOf(date, start);
    const onDuty = rota.turns
      .filter(({ teamId }) => teamId === null || teamId === contact?.teamId)
      .sort((a, b) => Number(a.teamId === null) - Number(b.teamId === null))
      .filter((turn) => coversMoment(turn, begins))
      .map(({ staffId }) => rota.staff.get(staffId))
      .find(isHere);
    if (onDuty) return { staff: onDuty, isCover: true, isOnDuty: true };
    return { staff: contact, isCover: covering !== undefined, isOnDuty: false };
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

import {
  addDays,
  coversMoment,
  instantOf,
  localDateOf,
  outsideContactHours,
  weekdayOf,
  type LocalDate,
  type SmallJob,
  type Staff,
} from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { found } from '../wiring/permissions.js';

/** So far from the start the duty list must reach: longer ahead nobody has planned evenings and Saturdays. */
const WEEKS = 4;

/**
 * Working hours at which nobody of the municipality answers the phone are said openly to both sides (practice): those
 * outside the contact's hours for which nobody stands on the duty list in the first weeks.
 */
export async function isUnattended(
  unit: UnitOfWork,
  contactId: string | undefined,
  shifts: SmallJob['weeklyShifts'],
  startDate?: LocalDate,
): Promise<boolean> {
  if (contactId === undefined) return false;
  const contact = found(await unit.staff.find(contactId), 'staff.not-found');
  const outside = outsideContactHours(shifts, contact.contactHours);
  if (outside.length === 0) return false;
  const today = localDateOf(await unit.now());
  return !(await isOnDutyList(unit, contact, outside, startDate && startDate > today ? startDate : today));
}

async function isOnDutyList(
  unit: UnitOfWork,
  { teamId }: Staff,
  shifts: SmallJob['weeklyShifts'],
  from: LocalDate,
): Promise<boolean> {
  const to = addDays(from, WEEKS * 7);
  const turns = await unit.dutyTurns.list({
    removedAt: { isNull: true },
    from: { before: instantOf(to, '00:00') },
    to: { after: instantOf(from, '00:00') },
  });
  const ours = turns.filter((turn) => turn.teamId === null || turn.teamId === teamId);
  if (ours.length === 0) return false;
  for (let day = from; day < to; day = addDays(day, 1))
    for (const { weekday, start } of shifts) {
      if (weekday !== weekdayOf(day)) continue;
      if (!ours.some((turn) => coversMoment(turn, instantOf(day, start)))) return false;
    }
  return true;
}

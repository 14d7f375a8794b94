import { addDays, weekdayOf, type ContactHours, type LocalDate, type LocalTime, type Shift } from '#domain';
import type { Criteria, UnitOfWork } from '../ports/index.js';
import { dutyIn, readRota, type DutyRota } from './duty-of.js';

/**
 * Planned shifts that begin when nobody is on duty: both sides were told, and somebody may still want to be there.
 * Most contacts have the same hours, so the database only gives what falls outside those, and what belongs to small
 * jobs with other hours, with a cover or without a contact; the rule itself decides on these few.
 */
export async function shiftsWithoutDuty(unit: UnitOfWork, from: LocalDate, to: LocalDate): Promise<Shift[]> {
  const rota = await readRota(unit, { from, to });
  const usual = usualHours(rota);
  const planned: Criteria<Shift> = { state: 'planned', date: { from, to } };
  const attended = rota.contacts.map(({ smallJobId }) => smallJobId);
  const suspects = [
    await unit.shifts.list({ ...planned, smallJobId: { notIn: attended } }),
    await unit.shifts.list({ ...planned, smallJobId: { in: ofTheirOwn(rota, usual) } }),
  ];
  if (usual) {
    const days = daysBetween(from, to);
    const off = days.filter((day) => rota.holidays.has(day) || !usual.weekdays.includes(weekdayOf(day)));
    suspects.push(
      await unit.shifts.list({ ...planned, date: { in: off } }),
      await unit.shifts.list({ ...planned, start: { before: minutesBefore(usual.from) } }),
      await unit.shifts.list({ ...planned, start: { from: usual.to } }),
    );
  }
  const duty = dutyIn(rota);
  const found = new Map(suspects.flat().map((shift) => [shift.id, shift]));
  return [...found.values()]
    .filter((shift) => !duty(shift).isOnDuty)
    .sort((a, b) => a.startsAt.epochMilliseconds - b.startsAt.epochMilliseconds || (a.id < b.id ? -1 : 1));
}

/** The hours that most small jobs have. */
function usualHours({ contacts, staff }: DutyRota): ContactHours | undefined {
  const counts = new Map<string, { hours: ContactHours; count: number }>();
  for (const { staffId } of contacts) {
    const hours = staff.get(staffId)?.contactHours;
    if (!hours) continue;
    const known = counts.get(keyOf(hours));
    counts.set(keyOf(hours), { hours, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.hours;
}

/** Small jobs to which the usual hours say nothing. */
function ofTheirOwn(
  { contacts, covers, staff, leaves }: DutyRota,
  usual: ContactHours | undefined,
): string[] {
  const others = contacts.filter(({ staffId }) => {
    const person = staff.get(staffId);
    const isAway = leaves.some((leave) => leave.staffId === staffId);
    return (
      isAway ||
      !person?.active ||
      person.phone === null ||
      !usual ||
      keyOf(person.contactHours) !== keyOf(usual)
    );
  });
  return [...new Set([...others, ...covers].map(({ smallJobId }) => smallJobId))];
}

const keyOf = ({ weekdays, from, to }: ContactHours): string =>
  `${[...weekdays].sort().join()} ${from} ${to}`;

function daysBetween(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** A quarter of an hour earlier, as the rule of duty allows; nothing is earlier than midnight. */
function minutesBefore(time: LocalTime): LocalTime {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const at = Math.max(0, hours * 60 + minutes - 15);
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}

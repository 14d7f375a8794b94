import {
  addDays,
  localDateOf,
  weekdayOf,
  type Actor,
  type ClosingDays,
  type Company,
  type LocalDate,
  type Shift,
  type Staff,
  type Temporal,
} from '#domain';
import { Transactor, type Criteria, type UnitOfWork } from '../ports/index.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';
import { deskShifts, type DeskShift } from './desk-shift.js';
import { smallJobsIn, type ShiftScope } from './small-jobs-of-staff.js';

export interface DayOfShifts {
  date: LocalDate;
  /** The public holiday's name. */
  holiday: string | null;
  /** Companies with a small job in this view that are closed. */
  closed: { company: Pick<Company, 'id' | 'name'>; reason: string | null }[];
  /** By when they start; cancelled ones too, except those that gave way to new hours. */
  shifts: DeskShift[];
  /** How many there are, of which `shifts` may be the first ones. */
  count: number;
  /** Who answers for the shifts shown, by name. */
  onDuty: { staff: Staff; isCover: boolean; shifts: number }[];
  withoutDuty: number;
}

export interface WeekOfShiftsRecord {
  from: LocalDate;
  to: LocalDate;
  now: Temporal.Instant;
  days: DayOfShifts[];
}

/** So many shifts of a day stand on the page; the rest is in the list of the day. */
const MOST_A_DAY = 60;

/** A week, Monday to Sunday, with who is on duty, closing days and public holidays. */
export class WeekOfShifts {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** The week that begins on a Monday; otherwise the one that is now. @throws not-allowed for others than staff */
  async show(monday: LocalDate | undefined, scope: ShiftScope, actor: Actor): Promise<WeekOfShiftsRecord> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const now = await unit.now();
      const from = monday ?? mondayOf(localDateOf(now));
      const days = { from, to: addDays(from, 6) };
      const jobs = await smallJobsIn(unit, scope, actor, days);
      const found: { date: LocalDate; shifts: Shift[]; count: number }[] = [];
      for (let date = days.from; date <= days.to; date = addDays(date, 1))
        found.push({ date, ...(await shiftsOf(unit, date, jobs)) });
      const rows = await deskShifts(
        unit,
        found.flatMap(({ shifts }) => shifts),
        actor,
        'shift.list',
      );
      const holidays = await unit.namedHolidays(days.from, days.to);
      const closings = await closingsIn(unit, days, scope === 'municipality' ? null : rows);
      return {
        ...days,
        now,
        days: found.map(({ date, count }) => {
          const shifts = rows.filter(({ shift }) => shift.date === date);
          return {
            date,
            holiday: holidays.find(({ day }) => day === date)?.name ?? null,
            closed: closings.filter(({ from, to }) => from <= date && date <= to),
            shifts,
            count,
            ...dutyOfDay(shifts.filter(({ shift }) => shift.state !== 'cancelled')),
          };
        }),
      };
    });
  }
}

const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date));

async function shiftsOf(
  unit: UnitOfWork,
  date: LocalDate,
  jobs: readonly string[] | null,
): Promise<{ shifts: Shift[]; count: number }> {
  const where: Criteria<Shift> = {
    date,
    cancelReason: { notIn: ['replanned'] },
    ...(jobs && { smallJobId: { in: jobs } }),
  };
  const order = [{ by: 'startsAt' }, { by: 'id' }] as const;
  const shifts = await unit.shifts.list(where, { order: [...order], limit: MOST_A_DAY + 1 });
  if (shifts.length <= MOST_A_DAY) return { shifts, count: shifts.length };
  return { shifts: shifts.slice(0, MOST_A_DAY), count: await unit.shifts.count(where) };
}

type Closing = Pick<ClosingDays, 'from' | 'to' | 'reason'> & { company: Pick<Company, 'id' | 'name'> };

/** Of all companies, or of those whose shifts are shown: a closed day has cancelled shifts to show. */
async function closingsIn(
  unit: UnitOfWork,
  { from, to }: { from: LocalDate; to: LocalDate },
  rows: readonly DeskShift[] | null,
): Promise<Closing[]> {
  const own = rows && { companyId: { in: [...new Set(rows.map(({ company }) => company.id))] } };
  const closed = await unit.closingDays.list({ ...own, from: { to }, to: { from } });
  const ids = [...new Set(closed.map(({ companyId }) => companyId))];
  const companies = ids.length === 0 ? [] : await unit.companies.list({ id: { in: ids } });
  return closed.flatMap(({ companyId, ...days }) => {
    const company = companies.find(({ id }) => id === companyId);
    return company ? [{ ...days, company: { id: company.id, name: company.name } }] : [];
  });
}

function dutyOfDay(rows: readonly DeskShift[]): Pick<DayOfShifts, 'onDuty' | 'withoutDuty'> {
  const people = new Map<string, DayOfShifts['onDuty'][number]>();
  for (const { contact, isCover, isOnDuty } of rows) {
    if (!contact || !isOnDuty) continue;
    const known = people.get(contact.id);
    people.set(contact.id, {
      staff: contact,
      isCover: isCover && (known?.isCover ?? true),
      shifts: (known?.shifts ?? 0) + 1,
    });
  }
  return {
    onDuty: [...people.values()].sort((a, b) => a.staff.name.localeCompare(b.staff.name, 'da-DK')),
    withoutDuty: rows.filter(({ isOnDuty }) => !isOnDuty).length,
  };
}

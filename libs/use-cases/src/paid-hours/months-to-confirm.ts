import {
  addDays,
  countedMinutes,
  daysOfMonth,
  localDateOf,
  standingOf,
  type Actor,
  type Company,
  type Shift,
  type Temporal,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';

/** What a company has left to confirm of a month. Paid and unpaid minutes are never one sum (R66, R86). */
export interface CompanyToConfirm {
  company: Pick<Company, 'id' | 'name' | 'contact'>;
  toConfirm: number;
  people: number;
  paidMinutes: number;
  unpaidMinutes: number;
  /** The oldest day that waits. */
  since: string;
}

export interface MonthsToConfirmRecord {
  /** `2026-11`. */
  month: string;
  now: Temporal.Instant;
  /** Those with most to confirm first. */
  companies: CompanyToConfirm[];
  /** Months with something to confirm, oldest first. */
  months: { month: string; toConfirm: number }[];
}

/** So far back a month is still asked about, as companies are. */
const DAYS_BACK = 100;

/** Which companies have months to confirm: all of the municipality, for staff. It counts people and names none. */
export class MonthsToConfirm {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** The month that is named; otherwise the oldest with something to confirm, or this one. */
  async show(month: string | undefined, actor: Actor): Promise<MonthsToConfirmRecord> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const now = await unit.now();
      const today = localDateOf(now);
      const waiting = await waitingShifts(unit, { from: addDays(today, -DAYS_BACK), to: today }, now);
      const months = countByMonth(waiting);
      const shown = month ?? months[0]?.month ?? today.slice(0, 7);
      const isWithin = daysOfMonth(shown).from >= addDays(today, -DAYS_BACK);
      const rows = isWithin
        ? waiting.filter(({ date }) => date.startsWith(shown))
        : await waitingShifts(unit, daysOfMonth(shown), now);
      return { month: shown, now, months, companies: await byCompany(unit, rows) };
    });
  }
}

/** Over, not confirmed, and somebody may have been there. */
async function waitingShifts(
  unit: UnitOfWork,
  date: { from: string; to: string },
  now: Temporal.Instant,
): Promise<Shift[]> {
  const shifts = await unit.shifts.list({
    date,
    confirmedAt: { isNull: true },
    state: { notIn: ['missed', 'absent-reported', 'cancelled'] },
  });
  return shifts.filter((shift) => standingOf(shift, now) === 'to-confirm');
}

function countByMonth(shifts: readonly Shift[]): MonthsToConfirmRecord['months'] {
  const counts = new Map<string, number>();
  for (const { date } of shifts) counts.set(date.slice(0, 7), (counts.get(date.slice(0, 7)) ?? 0) + 1);
  return [...counts]
    .map(([month, toConfirm]) => ({ month, toConfirm }))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

async function byCompany(unit: UnitOfWork, shifts: readonly Shift[]): Promise<CompanyToConfirm[]> {
  const ids = [...new Set(shifts.map(({ companyId }) => companyId))];
  const companies = ids.length === 0 ? [] : await unit.companies.list({ id: { in: ids } });
  return companies
    .map(({ id, name, contact }) => {
      const own = shifts.filter(({ companyId }) => companyId === id);
      const minutes = (paid: boolean): number =>
        own.filter((shift) => shift.paid === paid).reduce((sum, shift) => sum + countedMinutes(shift), 0);
      return {
        company: { id, name, contact },
        toConfirm: own.length,
        people: new Set(own.map(({ citizenId }) => citizenId)).size,
        paidMinutes: minutes(true),
        unpaidMinutes: minutes(false),
        since: own.map(({ date }) => date).sort()[0]!,
      };
    })
    .sort((a, b) => b.toConfirm - a.toConfirm || a.company.name.localeCompare(b.company.name, 'da-DK'));
}

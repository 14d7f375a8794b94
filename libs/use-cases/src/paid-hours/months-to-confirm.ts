import { addDays, daysOfMonth, localDateOf, type Actor, type Company, type Temporal } from '#domain';
import { Transactor, type HoursToConfirm, type UnitOfWork } from '../ports/index.js';
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
      const from = addDays(today, -DAYS_BACK);
      const waiting = await unit.figures.hoursToConfirm({ from, to: today, until: now });
      const months = countByMonth(waiting);
      const shown = month ?? months[0]?.month ?? today.slice(0, 7);
      const rows =
        daysOfMonth(shown).from >= from
          ? waiting.filter((row) => row.month === shown)
          : await unit.figures.hoursToConfirm({ ...daysOfMonth(shown), until: now });
      return { month: shown, now, months, companies: await withCompanies(unit, rows) };
    });
  }
}

function countByMonth(rows: readonly HoursToConfirm[]): MonthsToConfirmRecord['months'] {
  const counts = new Map<string, number>();
  for (const { month, shifts } of rows) counts.set(month, (counts.get(month) ?? 0) + shifts);
  return [...counts]
    .map(([month, toConfirm]) => ({ month, toConfirm }))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

async function withCompanies(unit: UnitOfWork, rows: readonly HoursToConfirm[]): Promise<CompanyToConfirm[]> {
  const ids = rows.map(({ companyId }) => companyId);
  const known = new Map((await unit.companies.list({ id: { in: ids } })).map((one) => [one.id, one]));
  return rows
    .map(({ companyId, shifts, people, paidMinutes, unpaidMinutes, since }) => {
      const { id, name, contact } = known.get(companyId)!;
      return { company: { id, name, contact }, toConfirm: shifts, people, paidMinutes, unpaidMinutes, since };
    })
    .sort((a, b) => b.toConfirm - a.toConfirm || a.company.name.localeCompare(b.company.name, 'da-DK'));
}

import {
  aYearFrom,
  canReopen,
  checkClosing,
  closingSuggestions,
  localDateOf,
  type Actor,
  type ClosingDays,
  type ClosingSuggestion,
  type LocalDate,
  type Shift,
} from '#domain';
import { Transactor, type NamedHoliday, type UnitOfWork } from '../ports/index.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';

/** How many shifts of how many people are planned on some days. */
export interface PlannedThere {
  shifts: number;
  people: number;
}

export interface ClosingCalendarRecord {
  /** Public holidays of the next twelve months: nobody works on them unless it is agreed. */
  holidays: NamedHoliday[];
  /** Closing days that are not over, the next first. */
  closingDays: (ClosingDays & { canReopen: boolean })[];
  suggestions: (ClosingSuggestion & PlannedThere)[];
}

export class ClosingCalendar {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async show(companyId: string, actor: Actor): Promise<ClosingCalendarRecord> {
    refuseOtherCompany(actor, companyId, 'company.not-found');
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      found(await unit.companies.find(companyId), 'company.not-found');
      const now = await unit.now();
      const today = localDateOf(now);
      const inAYear = aYearFrom(today);
      const holidays = await unit.namedHolidays(today, inAYear);
      const closed = await unit.closingDays.list(
        { companyId, to: { from: today } },
        { order: [{ by: 'from' }] },
      );
      const days = new Set(holidays.map(({ day }) => day));
      const planned = await plannedShifts(unit, companyId, today, inAYear);
      return {
        holidays,
        closingDays: closed.map((row) => ({ ...row, canReopen: canReopen(row, now) })),
        suggestions: closingSuggestions(today, days, closed).map((suggestion) => ({
          ...suggestion,
          ...countBetween(planned, suggestion.from, suggestion.to),
        })),
      };
    });
  }

  /** What closing on these days would cancel; nothing is changed. @throws as closing itself does */
  async preview(
    companyId: string,
    { from, to }: { from: LocalDate; to: LocalDate },
    actor: Actor,
  ): Promise<PlannedThere> {
    refuseOtherCompany(actor, companyId, 'company.not-found');
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      found(await unit.companies.find(companyId), 'company.not-found');
      checkClosing({ from, to }, localDateOf(await unit.now()));
      return countBetween(await plannedShifts(unit, companyId, from, to), from, to);
    });
  }
}

const plannedShifts = (
  unit: UnitOfWork,
  companyId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<Shift[]> => unit.shifts.list({ companyId, state: 'planned', date: { from, to } });

function countBetween(shifts: readonly Shift[], from: LocalDate, to: LocalDate): PlannedThere {
  const there = shifts.filter(({ date }) => from <= date && date <= to);
  return { shifts: there.length, people: new Set(there.map(({ citizenId }) => citizenId)).size };
}

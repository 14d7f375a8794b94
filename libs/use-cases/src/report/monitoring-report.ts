import {
  localDateOf,
  monitoredYears,
  monitoringRows,
  toldOutside,
  type Actor,
  type EnteredFigure,
  type LocalDate,
  type MonitoredYear,
  type MonitoringIndicator,
  type OwnIndicator,
  type Temporal,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';
import { spanOf, type AskedSpan } from './report-span.js';

export interface MonitoringCell {
  /** Null: nobody has entered it, or outside, there are too few to tell. */
  value: number | null;
  /** How many people it is about: what decides whether it may leave the municipality. */
  people: number | null;
  isSuppressed: boolean;
  /** Of an entered figure: the day it counts to, and where it is from. */
  entered: { countedTo: LocalDate; source: string } | null;
}

export interface MonitoringLine {
  indicator: MonitoringIndicator;
  measure: 'stock' | 'flow';
  unit: 'hours' | 'people';
  from: 'own' | 'entered';
  /** One for each year. */
  cells: MonitoringCell[];
}

export interface MonitoringReport {
  at: Temporal.Instant;
  municipality: string;
  years: MonitoredYear[];
  rows: MonitoringLine[];
}

const YEARS = 4;

/** The table of indicators by year (requirements T3): what the product knows, and what a leader has entered. */
export class ReportMonitoring {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws report.dates-invalid */
  async execute(asked: AskedSpan, actor: Actor): Promise<MonitoringReport> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const at = await unit.now();
      const today = localDateOf(at);
      const span = spanOf(asked, today, (to) => `${Number(to.slice(0, 4)) - YEARS + 1}-01-01`);
      const last = span.to < today ? span.to : today;
      const years = Number(last.slice(0, 4)) - Number(span.from.slice(0, 4)) + 1;
      const columns = monitoredYears(endOfYearBefore(last, today), Math.max(1, years));
      const own: Record<OwnIndicator, MonitoringCell>[] = [];
      for (const year of columns) own.push(await ownCells(unit, year, at));
      const entered = await unit.enteredFigures.list({ year: { in: columns.map(({ year }) => year) } });
      return {
        at,
        municipality: (await unit.municipality()).name,
        years: columns,
        rows: monitoringRows.map((row): MonitoringLine => ({
          ...row,
          cells: columns.map(({ year }, column) =>
            row.from === 'own'
              ? own[column]![row.indicator]
              : enteredCell(entered.find((one) => one.indicator === row.indicator && one.year === year)),
          ),
        })),
      };
    });
  }
}

/** The same table for those outside: what is told of fewer than five people is not told. */
export const forOutside = ({ rows, ...rest }: MonitoringReport): MonitoringReport => ({
  ...rest,
  rows: rows.map((row) => ({ ...row, cells: row.cells.map(outsideCell) })),
});

function outsideCell(cell: MonitoringCell): MonitoringCell {
  if (cell.value === null) return cell;
  const value = toldOutside(cell.value, cell.people ?? cell.value);
  return value === null ? { ...cell, value, people: null, isSuppressed: true } : cell;
}

/** Of a year that is over, all of it, even when the span ends within it. */
const endOfYearBefore = (last: LocalDate, today: LocalDate): LocalDate =>
  last.slice(0, 4) === today.slice(0, 4) ? today : `${last.slice(0, 4)}-12-31`;

async function ownCells(
  unit: UnitOfWork,
  { from, to }: MonitoredYear,
  at: Temporal.Instant,
): Promise<Record<OwnIndicator, MonitoringCell>> {
  const [minutes] = await unit.figures.minutes('year', { from, to, until: at });
  const stock = await unit.figures.inPaidHours(to);
  const people = minutes?.paidPeople ?? 0;
  return {
    'paid-hours': ownCell(Math.round((minutes?.paidMinutes ?? 0) / 60), people),
    'people-in-paid-hours': ownCell(people),
    'small-jobs': ownCell(stock.length),
    hybrid: ownCell(stock.filter(({ isHybrid }) => isHybrid).length),
    'placements-begun': ownCell(await unit.figures.placementsBegun(from, to)),
  };
}

const ownCell = (value: number, people = value): MonitoringCell => ({
  value,
  people,
  isSuppressed: false,
  entered: null,
});

const enteredCell = (figure: EnteredFigure | undefined): MonitoringCell => ({
  value: figure?.people ?? null,
  people: figure?.people ?? null,
  isSuppressed: false,
  entered: figure ? { countedTo: figure.countedTo, source: figure.source } : null,
});

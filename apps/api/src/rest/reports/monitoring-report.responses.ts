import { isoWithOffset, monitoringRows } from '#domain';
import type { MonitoringReport } from '#use-cases';
import { flag, instant, int, listOf, localDate, nested, oneOf, text } from '../../http/fields/index.js';
import { indicatorWords } from '../../http/sentences/report-words.js';

const MOST = 1_000_000_000;
const indicators = monitoringRows.map(({ indicator }) => indicator);

export class MonitoredYearResponse {
  @int({ min: 2000, max: 2100, example: 2026 }) year!: number;
  @localDate({ example: '2026-01-01' }) from!: string;
  @localDate() to!: string;
  @flag({ description: 'Året er ikke slut: tallet er en del af et år.' }) isPart!: boolean;
}

export class EnteredSourceResponse {
  @localDate() countedTo!: string;
  @text({ max: 300, example: 'jobindsats.dk' }) source!: string;
}

export class MonitoringCellResponse {
  @int({
    min: 0,
    max: MOST,
    example: 781,
    nullable: true,
    description: 'null: kendes ikke, eller færre end fem.',
  })
  value!: number | null;
  @flag({ description: 'Tallet er om færre end fem borgere og siges ikke.' }) isSuppressed!: boolean;
  @nested(EnteredSourceResponse, { nullable: true }) entered!: EnteredSourceResponse | null;
}

export class MonitoringRowResponse {
  @oneOf(indicators) indicator!: string;
  @text({ max: 200, example: 'Småjobs' }) name!: string;
  @oneOf(['stock', 'flow'] as const) measure!: 'stock' | 'flow';
  @oneOf(['hours', 'people'] as const) unit!: 'hours' | 'people';
  @oneOf(['own', 'entered'] as const, { description: 'entered: kommunen skriver tallet ind.' })
  from!: 'own' | 'entered';
  @listOf(MonitoringCellResponse, { description: 'Ét for hvert år.' }) cells!: MonitoringCellResponse[];
}

export class MonitoringReportResponse {
  @instant() at!: string;
  @text({ max: 200, example: 'Vejle' }) municipality!: string;
  @listOf(MonitoredYearResponse) years!: MonitoredYearResponse[];
  @listOf(MonitoringRowResponse) rows!: MonitoringRowResponse[];
}

export const toMonitoringReport = (report: MonitoringReport): MonitoringReportResponse => ({
  at: isoWithOffset(report.at),
  municipality: report.municipality,
  years: report.years.map(({ year, from, to, isPart }) => ({ year, from, to, isPart })),
  rows: report.rows.map(({ indicator, measure, unit, from, cells }) => ({
    indicator,
    name: indicatorWords[indicator],
    measure,
    unit,
    from,
    cells: cells.map(({ value, isSuppressed, entered }) => ({
      value,
      isSuppressed,
      entered: entered && { countedTo: entered.countedTo, source: entered.source },
    })),
  })),
});

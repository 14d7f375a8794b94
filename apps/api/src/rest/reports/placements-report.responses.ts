import { isoWithOffset } from '#domain';
import type { PlacementsReport } from '#use-cases';
import { flag, instant, int, listOf, nested, text, uuid } from '../../http/fields/index.js';

const MOST = 1_000_000_000;

export class PlacementCountsResponse {
  @int({ min: 0, max: MOST, example: 6, description: 'Aftaler med ulønnede timer.' }) placements!: number;
  @int({ min: 0, max: MOST, example: 4, description: 'Der er arbejdet mindst én lønnet vagt.' })
  becamePaid!: number;
  @int({ min: 0, max: MOST, example: 1 }) endedUnpaid!: number;
  @int({ min: 0, max: MOST, example: 3600 }) unpaidMinutes!: number;
}

export class CompanyPlacementsResponse extends PlacementCountsResponse {
  @uuid() companyId!: string;
  @text({ max: 200, example: 'Frugtlageret' }) name!: string;
  @flag({ description: 'To eller flere, og ingen er blevet til løntimer.' }) onlyUnpaid!: boolean;
}

export class PlacementsReportResponse {
  @instant() at!: string;
  @nested(PlacementCountsResponse) totals!: PlacementCountsResponse;
  @listOf(CompanyPlacementsResponse, { description: 'Flest forløb først.' })
  items!: CompanyPlacementsResponse[];
}

const toCounts = (one: PlacementCountsResponse): PlacementCountsResponse => ({
  placements: one.placements,
  becamePaid: one.becamePaid,
  endedUnpaid: one.endedUnpaid,
  unpaidMinutes: one.unpaidMinutes,
});

export const toPlacementsReport = (report: PlacementsReport): PlacementsReportResponse => ({
  at: isoWithOffset(report.at),
  totals: toCounts(report.totals),
  items: report.companies.map((row) => ({
    companyId: row.company.id,
    name: row.company.name,
    onlyUnpaid: row.onlyUnpaid,
    ...toCounts(row),
  })),
});

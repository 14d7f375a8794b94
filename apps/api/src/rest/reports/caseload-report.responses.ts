import { isoWithOffset } from '#domain';
import type { CaseloadReport, LoadMark } from '#use-cases';
import { instant, int, listOf, oneOf, text, uuid } from '../../http/fields/index.js';

const MOST = 100_000_000;
const marks = ['below', 'over-target', 'over-limit'] as const satisfies readonly LoadMark[];

export class CaseloadResponse {
  @uuid() staffId!: string;
  @text({ max: 200, example: 'Mette Holm' }) name!: string;
  @oneOf(['consultant', 'leader'] as const) role!: 'consultant' | 'leader';
  @int({ min: 0, max: MOST, example: 31 }) citizens!: number;
  @oneOf<LoadMark>(marks) mark!: LoadMark;
}

export class CaseloadReportResponse {
  @instant() at!: string;
  @int({ min: 0, max: MOST, example: 35 }) target!: number;
  @int({ min: 0, max: MOST, example: 50 }) limit!: number;
  @listOf(CaseloadResponse, { description: 'Efter navn.' }) items!: CaseloadResponse[];
  @int({ min: 0, max: MOST, example: 3, description: 'Borgere, som ingen, der er her nu, følger.' })
  withoutBroker!: number;
}

export const toCaseloadReport = (report: CaseloadReport): CaseloadReportResponse => ({
  at: isoWithOffset(report.at),
  target: report.target,
  limit: report.limit,
  items: report.people.map(({ staff, citizens, mark }) => ({
    staffId: staff.id,
    name: staff.name,
    role: staff.role,
    citizens,
    mark,
  })),
  withoutBroker: report.withoutBroker,
});

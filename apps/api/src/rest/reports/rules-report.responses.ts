import { isoWithOffset } from '#domain';
import type { RulesReport } from '#use-cases';
import { instant, int, listOf, slug, text } from '../../http/fields/index.js';

const MOST = 1_000_000_000;

export class ExcludingRuleResponse {
  @slug({ example: 'windows' }) constraint!: string;
  @text({ max: 200, example: 'arbejdstiden' }) name!: string;
  @int({ min: 1, max: MOST, example: 4120 }) pairs!: number;
  @int({ min: 0, max: MOST, example: 810, description: 'Par, som kun den siger nej til.' }) alone!: number;
}

export class RulesReportResponse {
  @instant() at!: string;
  @int({ min: 0, max: MOST, example: 80, description: 'Åbne småjobs.' }) smallJobs!: number;
  @int({ min: 0, max: MOST, example: 25_600, description: 'Par af åbent småjob og borger, der har sagt ja.' })
  pairs!: number;
  @int({ min: 0, max: MOST, example: 1900 }) fitting!: number;
  @listOf(ExcludingRuleResponse, { description: 'Den, der siger nej til flest par, først.' })
  items!: ExcludingRuleResponse[];
}

export const toRulesReport = (report: RulesReport): RulesReportResponse => ({
  at: isoWithOffset(report.at),
  smallJobs: report.smallJobs,
  pairs: report.pairs,
  fitting: report.fitting,
  items: report.rules.map(({ constraint, name, pairs, alone }) => ({ constraint, name, pairs, alone })),
});

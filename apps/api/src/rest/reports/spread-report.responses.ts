import { isoWithOffset } from '#domain';
import type { SpreadReport } from '#use-cases';
import { flag, instant, int, listOf, number } from '../../http/fields/index.js';

const MOST = 100_000_000;

export class CoverageResponse {
  @number({ min: 0, max: 1, example: 0.5, description: '0 er den rå liste.' }) strength!: number;
  @flag({ description: 'Om det er den styrke, kommunen bruger nu.' }) isCurrent!: boolean;
  @int({ min: 0, max: MOST, example: 412, description: 'Borgere, som mindst ét åbent småjob passer til.' })
  eligible!: number;
  @int({ min: 0, max: MOST, example: 214, description: 'Af dem: på mindst én liste.' }) shown!: number;
  @number({ min: 0, max: 100, example: 51.9, description: '`shown` af `eligible` i procent.' })
  coveragePercent!: number;
  @int({ min: 0, max: MOST, example: 400, description: 'Pladser på alle lister.' }) places!: number;
  @int({ min: 0, max: MOST, example: 4, description: 'Flest lister, én borger står på.' }) mostLists!: number;
  @number({
    min: 0,
    max: 1,
    example: 0.59,
    description: '0: lige mange lister til alle. Mod 1: få har det hele.',
  })
  gini!: number;
  @number({ min: 0, max: 100, example: 67.7, description: 'Point i snit på listerne, af 100.' })
  meanPoints!: number;
  @number({
    min: -100,
    max: 100,
    example: 1.96,
    description: 'Point i snit, som det koster mod den rå liste.',
  })
  pointsLost!: number;
  @number({
    min: -100,
    max: 100,
    example: 1.96,
    description: 'Det samme mod rå lister, der er lige så korte: pladser, der står tomme, tæller ikke med.',
  })
  pointsLostSameLength!: number;
}

export class SpreadReportResponse {
  @instant() at!: string;
  @int({ min: 0, max: MOST, example: 80, description: 'Åbne småjobs.' }) smallJobs!: number;
  @int({ min: 1, max: MOST, example: 5, description: 'Pladser på en liste.' }) listLength!: number;
  @int({
    min: 1,
    max: MOST,
    example: 4,
    description: 'Flest lister til én borger, når det kan lade sig gøre.',
  })
  mostLists!: number;
  @listOf(CoverageResponse, { description: 'Efter styrke; den rå liste først.' })
  coverage!: CoverageResponse[];
}

const rounded = (value: number, decimals: number): number => {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
};

export const toSpreadReport = ({ at, rules, smallJobs, coverage }: SpreadReport): SpreadReportResponse => ({
  at: isoWithOffset(at),
  smallJobs,
  listLength: rules.listLength,
  mostLists: rules.mostLists,
  coverage: coverage.map((one) => ({
    strength: one.strength,
    isCurrent: one.strength === rules.strength,
    eligible: one.eligible,
    shown: one.shown,
    coveragePercent: rounded(100 * one.coverage, 1),
    places: one.places,
    mostLists: one.mostLists,
    gini: rounded(one.gini, 3),
    meanPoints: rounded(one.meanPoints, 2),
    pointsLost: rounded(one.pointsLost, 2),
    pointsLostSameLength: rounded(one.pointsLostSameLength, 2),
  })),
});

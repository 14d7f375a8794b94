import { isoWithOffset } from '#domain';
import type { LatenessReport } from '#use-cases';
import { instant, int, listOf, nested, text, uuid } from '../../http/fields/index.js';

const MOST = 100_000_000;

export class LatenessResponse {
  @int({ min: 0, max: MOST, example: 12 }) cases!: number;
  @int({ min: 0, max: MOST, example: 9, nullable: true }) medianMinutes!: number | null;
  @int({ min: 0, max: MOST, example: 41, nullable: true }) worstMinutes!: number | null;
}

export class TeamLatenessResponse extends LatenessResponse {
  @text({ max: 1000, nullable: true, example: 'Team Vest', description: 'null: øvrige.' })
  team!: string | null;
  @int({ min: 0, max: MOST, example: 1 }) open!: number;
}

export class OpenCaseResponse {
  @uuid() escalationId!: string;
  @uuid() citizenId!: string;
  @uuid() smallJobId!: string;
  @instant() openedAt!: string;
  @instant({ nullable: true }) takenAt!: string | null;
}

export class LatenessReportResponse {
  @instant() at!: string;
  @int({ min: 1, max: 3650, example: 30, description: 'Så mange dage er der set tilbage.' }) days!: number;
  @int({ min: 0, max: MOST, example: 2 }) open!: number;
  @int({ min: 0, max: MOST, example: 1, description: 'Åbne, som ingen har taget endnu.' }) untaken!: number;
  @nested(LatenessResponse) all!: LatenessResponse;
  @listOf(TeamLatenessResponse, { description: 'Per team, aldrig per medarbejder.' })
  teams!: TeamLatenessResponse[];
  @listOf(OpenCaseResponse, { description: 'Dem, der har stået åbne længst, først.' })
  openCases!: OpenCaseResponse[];
}

const toLateness = ({ cases, medianMinutes, worstMinutes }: LatenessResponse): LatenessResponse => ({
  cases,
  medianMinutes,
  worstMinutes,
});

export const toLatenessReport = (report: LatenessReport): LatenessReportResponse => ({
  at: isoWithOffset(report.at),
  days: report.days,
  open: report.open,
  untaken: report.untaken,
  all: toLateness(report.all),
  teams: report.teams.map((one) => ({ team: one.team, open: one.open, ...toLateness(one) })),
  openCases: report.openCases.map(({ id, citizen, smallJob, openedAt, takenAt }) => ({
    escalationId: id,
    citizenId: citizen.id,
    smallJobId: smallJob.id,
    openedAt: isoWithOffset(openedAt),
    takenAt: takenAt && isoWithOffset(takenAt),
  })),
});

import { isoWithOffset } from '#domain';
import type { ForgottenReport } from '#use-cases';
import { instant, int, list, listOf, nested, slug, text, uuid } from '../../http/fields/index.js';

const MOST = 100_000_000;

export class RuleOfCitizenResponse {
  @slug({ example: 'windows' }) constraint!: string;
  @text({ max: 200, example: 'arbejdstiden' }) text!: string;
  @int({ min: 1, max: MOST, example: 31, description: 'Så mange åbne småjobs siger den nej til.' })
  smallJobs!: number;
}

export class ForgottenCitizenResponse {
  @uuid() citizenId!: string;
  @text({ max: 200, example: 'Jonas Hansen' }) name!: string;
  @uuid({ nullable: true }) brokerId!: string | null;
  @text({ max: 200, nullable: true, example: 'Mette Holm' }) broker!: string | null;
  @instant({ nullable: true, description: 'null: aldrig foreslået.' }) lastProposedAt!: string | null;
  @int({
    min: 0,
    max: MOST,
    example: 41,
    description:
      'Dage siden, eller siden en aftale sluttede; for aldrig foreslåede: siden ventetiden begyndte.',
  })
  days!: number;
  @int({ min: 0, max: MOST, example: 2, description: 'Åbne småjobs, der passer nu.' })
  fittingSmallJobs!: number;
  @nested(RuleOfCitizenResponse, { nullable: true, description: 'Reglen, der oftest siger nej.' })
  inTheWay!: RuleOfCitizenResponse | null;
}

export class HelpResponse {
  @text({ max: 500, example: 'start kl. 9' }) text!: string;
  @int({ min: 1, max: MOST, example: 31, description: 'Så mange af dem har så et småjob, der passer.' })
  gained!: number;
  @list(uuid(), { description: 'Småjobs at spørge om, det vigtigste først.' }) smallJobIds!: string[];
}

export class RuleInTheWayResponse {
  @slug({ example: 'windows' }) constraint!: string;
  @int({ min: 0, max: MOST, example: 64, description: 'Borgere, den siger nej til ved hvert åbent småjob.' })
  always!: number;
  @int({
    min: 0,
    max: MOST,
    example: 37,
    description: 'Borgere uden småjob, hvor kun den står i vejen for et.',
  })
  only!: number;
  @nested(HelpResponse, { nullable: true, description: 'Den ene ændring, der hjælper flest af dem.' })
  help!: HelpResponse | null;
  @text({
    max: 1000,
    example:
      '37 kun på grund af arbejdstiden. Spørg om dette: start kl. 9 i stedet for kl. 7. Så passer det til 31.',
  })
  text!: string;
}

export class AlwaysDeclinedResponse {
  @uuid() citizenId!: string;
  @text({ max: 200, example: 'Jonas Hansen' }) name!: string;
  @int({ min: 0, max: MOST, example: 4 }) proposed!: number;
  @int({ min: 0, max: MOST, example: 3, description: 'Nej fra firmaer.' }) byCompany!: number;
  @int({ min: 0, max: MOST, example: 1, description: 'Nej fra borgeren.' }) byCitizen!: number;
}

export class ForgottenReportResponse {
  @instant() at!: string;
  @int({ min: 0, max: MOST, example: 30 }) days!: number;
  @int({ min: 0, max: MOST, example: 80, description: 'Åbne småjobs.' }) smallJobs!: number;
  @listOf(ForgottenCitizenResponse, { description: 'Har sagt ja og venter; længst ventetid først.' })
  citizens!: ForgottenCitizenResponse[];
  @listOf(RuleInTheWayResponse, { description: 'Det, der holder flest ude af alle åbne småjobs, først.' })
  rules!: RuleInTheWayResponse[];
  @listOf(AlwaysDeclinedResponse, { description: 'Foreslået mindst tre gange, og altid et nej.' })
  alwaysDeclined!: AlwaysDeclinedResponse[];
}

export const toForgottenReport = (report: ForgottenReport): ForgottenReportResponse => ({
  at: isoWithOffset(report.at),
  days: report.days,
  smallJobs: report.smallJobs,
  citizens: report.citizens.map(({ citizen, broker, lastProposedAt, days, fittingSmallJobs, inTheWay }) => ({
    citizenId: citizen.id,
    name: citizen.name,
    brokerId: citizen.brokerId,
    broker,
    lastProposedAt: lastProposedAt && isoWithOffset(lastProposedAt),
    days,
    fittingSmallJobs,
    inTheWay: inTheWay && {
      constraint: inTheWay.constraint,
      text: inTheWay.text,
      smallJobs: inTheWay.smallJobs,
    },
  })),
  rules: report.rules.map(({ constraint, always, only, help, text: words }) => ({
    constraint,
    always,
    only,
    help: help && { text: help.text, gained: help.gained, smallJobIds: help.smallJobIds },
    text: words,
  })),
  alwaysDeclined: report.alwaysDeclined.map(({ citizen, proposed, byCompany, byCitizen }) => ({
    citizenId: citizen.id,
    name: citizen.name,
    proposed,
    byCompany,
    byCitizen,
  })),
});

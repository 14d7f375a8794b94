import { CHANGE_LOWERS_CHANCE_PERCENT, changeKinds, isoWithOffset, type ChangeKind } from '#domain';
import type { ContactChangesReport } from '#use-cases';
import { instant, int, listOf, localDate, nested, oneOf, slug, text, uuid } from '../../http/fields/index.js';

const MOST = 1_000_000_000;

export class ChangeKindsResponse {
  @int({ min: 0, max: MOST, example: 3, description: 'Ønsket eller planlagt.' }) intended!: number;
  @int({ min: 0, max: MOST, example: 2, description: 'Ikke ønsket: orlov, opsigelse.' }) unintended!: number;
  @int({ min: 0, max: MOST, example: 0, description: 'Grunden er ikke sagt.' }) untold!: number;
}

export class ChangeReasonResponse {
  @slug({ example: 'resigned' }) reason!: string;
  @oneOf<ChangeKind>(changeKinds) kind!: ChangeKind;
  @int({ min: 1, max: MOST, example: 2 }) changes!: number;
}

export class TimesChangedResponse {
  @int({ min: 0, max: MOST, example: 4 }) once!: number;
  @int({ min: 0, max: MOST, example: 1 }) twice!: number;
  @int({ min: 0, max: MOST, example: 0 }) more!: number;
}

export class ContactChangeResponse {
  @instant() at!: string;
  @uuid() citizenId!: string;
  @text({ max: 200, example: 'Jonas Hansen' }) name!: string;
  @uuid({ nullable: true, description: 'null: den, der følger borgeren.' }) smallJobId!: string | null;
  @slug({ example: 'resigned' }) reason!: string;
  @oneOf<ChangeKind>(changeKinds) kind!: ChangeKind;
}

export class ContactChangesReportResponse {
  @instant() at!: string;
  @localDate() from!: string;
  @localDate() to!: string;
  @int({ min: 0, max: MOST, example: 5, description: 'Flere på samme dag for én borger tæller som ét.' })
  changes!: number;
  @int({ min: 0, max: MOST, example: 4 }) citizens!: number;
  @nested(TimesChangedResponse, { description: 'Borgere med ét, to, og tre eller flere skift.' })
  times!: TimesChangedResponse;
  @nested(ChangeKindsResponse) kinds!: ChangeKindsResponse;
  @listOf(ChangeReasonResponse) reasons!: ChangeReasonResponse[];
  @listOf(ContactChangeResponse, { description: 'Nyeste først.' }) items!: ContactChangeResponse[];
  @int({
    min: 0,
    max: 100,
    example: 22,
    description:
      'Så mange procent lavere er chancen for job efter et skift (Rosholm m.fl. 2017). En sammenhæng.',
  })
  lowersChancePercent!: number;
}

export const toContactChangesReport = (report: ContactChangesReport): ContactChangesReportResponse => ({
  at: isoWithOffset(report.at),
  from: report.from,
  to: report.to,
  changes: report.changes,
  citizens: report.citizens,
  times: { once: report.times.once, twice: report.times.twice, more: report.times.more },
  kinds: {
    intended: report.kinds.intended,
    unintended: report.kinds.unintended,
    untold: report.kinds.untold,
  },
  reasons: report.reasons.map(({ reason, kind, changes }) => ({ reason, kind, changes })),
  items: report.rows.map(({ change, citizen }) => ({
    at: isoWithOffset(change.at),
    citizenId: citizen.id,
    name: citizen.name,
    smallJobId: change.smallJobId,
    reason: change.reason,
    kind: change.kind,
  })),
  lowersChancePercent: CHANGE_LOWERS_CHANCE_PERCENT,
});

import {
  acknowledgeActions,
  escalationOutcomes,
  escalationStates,
  isoWithOffset,
  ladderNames,
  type Acknowledgement,
  type EscalationEntry,
} from '#domain';
import type { CaseRecord } from '#use-cases';
import { instant, int, listOf, nested, oneOf, slug, text, uuid } from '../../http/fields/index.js';
import { isoOfText, isoOrNull } from '../shifts/instants-out.js';
import { historyText } from '../../http/sentences/history-texts.js';

export class AcknowledgementResponse {
  @text({ example: 'Mette Holm' }) by!: string;
  @oneOf(acknowledgeActions) action!: string;
  @instant() at!: string;
  @instant({ example: '2026-11-30T08:30:00+01:00' }) expiresAt!: string;
}

/** What a line of the history is about; each line has its own few of these. */
export class HistoryDetailsResponse {
  @oneOf(ladderNames, { optional: true, example: 'not-here' }) ladder?: string;
  @int({ min: 0, max: 100, example: 0, optional: true, description: 'Trinets plads i trappen, fra 0.' })
  step?: number;
  @slug({ example: 'contact', optional: true }) to?: string;
  @text({ example: 'Mette Holm', optional: true }) toWhom?: string;
  @slug({ example: 'not-here-contact', optional: true }) message?: string;
  @oneOf(['message', 'task', 'skipped'], { optional: true }) how?: string;
  @text({ example: 'unknown-subscriber', optional: true, nullable: true }) reason?: string | null;
  @oneOf(acknowledgeActions, { optional: true }) action?: string;
  @instant({ optional: true }) expiresAt?: string;
  @instant({ optional: true }) until?: string;
  @int({ min: 0, max: 1440, example: 30, optional: true }) minutes?: number;
  @text({ example: 'Mette Holm', optional: true, nullable: true }) of?: string | null;
  @oneOf(escalationOutcomes, { example: 'overslept', optional: true }) outcome?: string;
  @text({ example: 'Vækkeuret var slukket', optional: true }) note?: string;
}

export class HistoryEntryResponse {
  @instant() at!: string;
  @slug({ example: 'acknowledged' }) what!: string;
  @text({ example: 'Mette Holm' }) who!: string;
  @text({ example: 'Mette Holm ringer og har den til kl. 8.30.' }) text!: string;
  @nested(HistoryDetailsResponse) details!: HistoryDetailsResponse;
}

export class EscalationResponse {
  @uuid() id!: string;
  @oneOf(ladderNames, { example: 'not-here' }) ladder!: string;
  @uuid() shiftId!: string;
  @uuid() citizenId!: string;
  @uuid() smallJobId!: string;
  @oneOf(escalationStates.states) state!: string;
  @oneOf(escalationOutcomes, { nullable: true, example: 'arrived-late' }) outcome!: string | null;
  @text({ nullable: true, example: 'Mette ringer kl. 7 de næste tre gange' }) nextTime!: string | null;
  @instant({ nullable: true, example: '2026-11-30T08:10:00+01:00' }) nextStepAt!: string | null;
  @instant() openedAt!: string;
  @nested(AcknowledgementResponse, { nullable: true }) acknowledged!: AcknowledgementResponse | null;
  @listOf(HistoryEntryResponse) history!: HistoryEntryResponse[];
}

export const toEscalation = ({ escalation, history }: CaseRecord): EscalationResponse => ({
  id: escalation.id,
  ladder: escalation.ladder,
  shiftId: escalation.shiftId,
  citizenId: escalation.citizenId,
  smallJobId: escalation.smallJobId,
  state: escalation.state,
  outcome: escalation.outcome,
  nextTime: escalation.nextTime,
  nextStepAt: isoOrNull(escalation.nextStepAt),
  openedAt: isoWithOffset(escalation.openedAt),
  acknowledged: escalation.acknowledged && toAcknowledgement(escalation.acknowledged),
  history: history.map(toEntry),
});

const toAcknowledgement = ({ byName, action, at, expiresAt }: Acknowledgement): AcknowledgementResponse => ({
  by: byName,
  action,
  at: isoOfText(at),
  expiresAt: isoOfText(expiresAt),
});

const toEntry = (entry: EscalationEntry): HistoryEntryResponse => ({
  at: isoWithOffset(entry.at),
  what: entry.what,
  who: entry.who,
  text: historyText(entry),
  details: toDetails(entry.details),
});

function toDetails({
  to_whom: toWhom,
  expiresAt,
  until,
  ...rest
}: EscalationEntry['details']): HistoryDetailsResponse {
  return {
    ...rest,
    ...(toWhom !== undefined && { toWhom }),
    ...(typeof expiresAt === 'string' && { expiresAt: isoOfText(expiresAt) }),
    ...(typeof until === 'string' && { until: isoOfText(until) }),
  } as HistoryDetailsResponse;
}

import { escalationStates, isoWithOffset, stepTargets, taskKinds, urgentKinds } from '#domain';
import type { Desk, UrgentLine } from '#use-cases';
import { flag, instant, int, listOf, nested, oneOf, text, uuid } from '../../http/fields/index.js';
import { AcknowledgementResponse } from '../escalations/escalations.responses.js';
import { isoOfText } from '../shifts/instants-out.js';

export class UrgentOwnerResponse {
  @uuid() id!: string;
  @text({ example: 'Mette Holm' }) name!: string;
}

export class NextStepResponse {
  @oneOf(stepTargets, { example: 'deputy' }) who!: string;
  @instant() dueAt!: string;
}

export class UrgentCaseResponse {
  @uuid() id!: string;
  @oneOf(escalationStates.states) state!: string;
  @nested(NextStepResponse, { nullable: true }) nextStep!: NextStepResponse | null;
  @nested(AcknowledgementResponse, { nullable: true }) acknowledged!: AcknowledgementResponse | null;
  @instant({ nullable: true }) employerToldAt!: string | null;
}

export class UrgentTaskResponse {
  @uuid() id!: string;
  @oneOf(taskKinds, { example: 'call-citizen' }) kind!: string;
}

export class UrgentLineResponse {
  @text({ example: 'escalation:0199a1b2-0000-7000-8000-000000000001', description: 'Hvad det handler om.' })
  about!: string;
  @oneOf(urgentKinds, { example: 'missing' }) kind!: string;
  @instant({ description: 'Hvornår der senest skal ske noget, eller sker noget af sig selv.' })
  deadline!: string;
  @flag({ description: 'Nogen mangler nu, og ingen har taget den.' }) burning!: boolean;
  @listOf(UrgentOwnerResponse, { description: 'Hvis det er; tom: endnu ingens.' })
  owners!: UrgentOwnerResponse[];
  @nested(UrgentCaseResponse, { nullable: true }) escalation!: UrgentCaseResponse | null;
  @listOf(UrgentTaskResponse, { description: 'Opgaver, som er samme ting.' }) tasks!: UrgentTaskResponse[];
  @uuid({ nullable: true }) messageId!: string | null;
  @uuid({ nullable: true }) offerId!: string | null;
  @uuid({ nullable: true }) matchId!: string | null;
  @uuid({ nullable: true }) shiftId!: string | null;
  @uuid({ nullable: true }) smallJobId!: string | null;
  @text({ nullable: true, example: 'Tomme kasser' }) title!: string | null;
  @uuid({ nullable: true }) citizenId!: string | null;
  @text({ nullable: true, example: 'Jonas Hansen' }) citizen!: string | null;
  @uuid({ nullable: true }) companyId!: string | null;
  @text({ nullable: true, example: 'Frugtlageret' }) company!: string | null;
}

export class UrgentCountResponse {
  @oneOf(urgentKinds, { example: 'missing' }) kind!: string;
  @int({ min: 0, max: 3000, example: 2 }) count!: number;
}

export class UrgentResponse {
  @listOf(UrgentLineResponse, { description: 'Det, der brænder, først; ellers efter frist.' })
  items!: UrgentLineResponse[];
  @int({ min: 0, max: 3000, example: 4, description: 'Hvor mange der er i alt af det, der blev spurgt om.' })
  total!: number;
  @listOf(UrgentCountResponse) counts!: UrgentCountResponse[];
  @instant({ description: 'Hvornår det stod sådan.' }) at!: string;
}

export class UrgentTotalResponse {
  @int({ min: 0, max: 3000, example: 4 }) count!: number;
}

export const toUrgent = ({ lines, total, counts, now }: Desk): UrgentResponse => ({
  items: lines.map(toLine),
  total,
  counts: urgentKinds.map((kind) => ({ kind, count: counts[kind] })),
  at: isoWithOffset(now),
});

const toLine = (line: UrgentLine): UrgentLineResponse => ({
  about: line.about,
  kind: line.kind,
  deadline: isoWithOffset(line.deadline),
  burning: line.isBurning,
  owners: line.owners.map(({ id, name }) => ({ id, name })),
  escalation: toCase(line),
  tasks: line.tasks.map(({ id, kind }) => ({ id, kind })),
  messageId: line.message?.id ?? null,
  offerId: line.offer?.id ?? null,
  matchId: line.match?.id ?? null,
  shiftId: line.shift?.id ?? null,
  smallJobId: line.smallJob?.id ?? null,
  title: line.smallJob?.title ?? null,
  citizenId: line.citizen?.id ?? null,
  citizen: line.citizen?.name ?? null,
  companyId: line.company?.id ?? null,
  company: line.company?.name ?? null,
});

function toCase({ escalation, nextStep }: UrgentLine): UrgentCaseResponse | null {
  if (!escalation) return null;
  const { id, state, acknowledged, employerToldAt } = escalation;
  return {
    id,
    state,
    nextStep: nextStep && { who: nextStep.who, dueAt: isoWithOffset(nextStep.dueAt) },
    acknowledged: acknowledged && {
      by: acknowledged.byName,
      action: acknowledged.action,
      at: isoOfText(acknowledged.at),
      expiresAt: isoOfText(acknowledged.expiresAt),
    },
    employerToldAt: employerToldAt && isoWithOffset(employerToldAt),
  };
}

import { dutyChangeKinds, dutySwapStates, isoWithOffset } from '#domain';
import type { DutyChange, DutyChangeKind, DutySwap, DutySwapState, DutyTurn, StaffLeave } from '#domain';
import type { DutyDeskView } from '#use-cases';
import { flag, instant, listOf, localDate, oneOf, text, uuid } from '../../http/fields/index.js';
import { isoOrNull } from '../shifts/instants-out.js';

export class DutyTurnResponse {
  @uuid() id!: string;
  @uuid({ nullable: true, description: 'Null: for alle teams.' }) teamId!: string | null;
  @uuid() staffId!: string;
  @instant() from!: string;
  @instant() to!: string;
}

export class DutyLineResponse extends DutyTurnResponse {
  @text({ example: 'Mette Holm' }) name!: string;
  @flag({ description: 'Har vagten og er væk en af dagene: så er ingen på vagt der.' }) isAway!: boolean;
}

export class DutyGapResponse {
  @uuid() shiftId!: string;
  @uuid() smallJobId!: string;
  @text({ example: 'Tomme kasser' }) title!: string;
  @instant() startsAt!: string;
}

export class DutySwapResponse {
  @uuid() id!: string;
  @uuid() turnId!: string;
  @uuid() fromStaffId!: string;
  @uuid() toStaffId!: string;
  @uuid({ nullable: true }) returnTurnId!: string | null;
  @oneOf(dutySwapStates, { example: 'asked' }) state!: DutySwapState;
  @instant() askedAt!: string;
  @instant({ nullable: true }) answeredAt!: string | null;
}

export class DutyChangeResponse {
  @uuid() turnId!: string;
  @oneOf(dutyChangeKinds, { example: 'swapped' }) what!: DutyChangeKind;
  @uuid() staffId!: string;
  @uuid({ nullable: true, description: 'Hvem der havde vagten før.' }) beforeStaffId!: string | null;
  @uuid() byStaffId!: string;
  @instant() at!: string;
}

export class LeaveResponse {
  @uuid() id!: string;
  @uuid() staffId!: string;
  @uuid({ description: 'Hvem der svarer imens.' }) standInId!: string;
  @localDate({ example: '2026-12-21' }) from!: string;
  @localDate({ example: '2026-12-27' }) to!: string;
  @instant({ nullable: true, description: 'Taget tilbage: personen er her igen.' })
  takenBackAt!: string | null;
}

export class DutyListResponse {
  @listOf(DutyLineResponse, { max: 10_000 }) turns!: DutyLineResponse[];
  @listOf(DutyGapResponse, {
    max: 10_000,
    description: 'Planlagte vagter de næste 14 dage uden nogen på vagt.',
  })
  gaps!: DutyGapResponse[];
  @listOf(DutySwapResponse, { max: 10_000, description: 'Bytter, der venter på svar.' })
  swaps!: DutySwapResponse[];
  @listOf(LeaveResponse, { max: 10_000 }) leaves!: LeaveResponse[];
  @listOf(DutyChangeResponse, { max: 20, description: 'De seneste ændringer, den nyeste først.' })
  changes!: DutyChangeResponse[];
}

export const toTurn = ({ id, teamId, staffId, from, to }: DutyTurn): DutyTurnResponse => ({
  id,
  teamId,
  staffId,
  from: isoWithOffset(from),
  to: isoWithOffset(to),
});

export const toSwap = (swap: DutySwap): DutySwapResponse => ({
  id: swap.id,
  turnId: swap.turnId,
  fromStaffId: swap.fromStaffId,
  toStaffId: swap.toStaffId,
  returnTurnId: swap.returnTurnId,
  state: swap.state,
  askedAt: isoWithOffset(swap.askedAt),
  answeredAt: isoOrNull(swap.answeredAt),
});

export const toLeave = ({ id, staffId, standInId, from, to, takenBackAt }: StaffLeave): LeaveResponse => ({
  id,
  staffId,
  standInId,
  from,
  to,
  takenBackAt: isoOrNull(takenBackAt),
});

const toChange = ({
  turnId,
  what,
  staffId,
  beforeStaffId,
  byStaffId,
  at,
}: DutyChange): DutyChangeResponse => ({
  turnId,
  what,
  staffId,
  beforeStaffId,
  byStaffId,
  at: isoWithOffset(at),
});

export const toDutyList = ({ lines, gaps, swaps, leaves, changes }: DutyDeskView): DutyListResponse => ({
  turns: lines.map(({ turn, staff, isAway }) => ({ ...toTurn(turn), name: staff.name, isAway })),
  gaps: gaps.map(({ shift, title }) => ({
    shiftId: shift.id,
    smallJobId: shift.smallJobId,
    title,
    startsAt: isoWithOffset(shift.startsAt),
  })),
  swaps: swaps.map(toSwap),
  leaves: leaves.map(toLeave),
  changes: changes.map(toChange),
});

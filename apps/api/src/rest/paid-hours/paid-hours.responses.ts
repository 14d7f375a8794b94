import { shiftStates } from '#domain';
import type { LedgerLine } from '#use-cases';
import { instant, int, listOf, localDate, nested, oneOf, uuid } from '../../http/fields/index.js';
import { isoOrNull } from '../shifts/instants-out.js';

const MOST = 10_000_000;

export class LedgerLineResponse {
  @uuid() shiftId!: string;
  @localDate() date!: string;
  @int({ min: 0, max: MOST, example: 225 }) paidMinutes!: number;
  @int({ min: 0, max: MOST, example: 0, description: 'Tælles altid for sig.' }) unpaidMinutes!: number;
  @oneOf(shiftStates.states, { example: 'present' }) state!: string;
  @instant({ nullable: true, description: 'Null: planen eller fremmødet, indtil nogen bekræfter.' })
  confirmedAt!: string | null;
}

export class LedgerTotalsResponse {
  @int({ min: 0, max: MOST, example: 2880 }) paidMinutes!: number;
  @int({ min: 0, max: MOST, example: 480 }) unpaidMinutes!: number;
}

export class LedgerResponse {
  @listOf(LedgerLineResponse) items!: LedgerLineResponse[];
  @nested(LedgerTotalsResponse) totals!: LedgerTotalsResponse;
}

export const toLine = ({ shift, paidMinutes, unpaidMinutes }: LedgerLine): LedgerLineResponse => ({
  shiftId: shift.id,
  date: shift.date,
  paidMinutes,
  unpaidMinutes,
  state: shift.state,
  confirmedAt: isoOrNull(shift.confirmedAt),
});

export const toLedger = (lines: readonly LedgerLine[]): LedgerResponse => ({
  items: lines.map(toLine),
  totals: {
    paidMinutes: lines.reduce((sum, { paidMinutes }) => sum + paidMinutes, 0),
    unpaidMinutes: lines.reduce((sum, { unpaidMinutes }) => sum + unpaidMinutes, 0),
  },
});

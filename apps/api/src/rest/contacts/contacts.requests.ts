import type { HandoverReason } from '#domain';
import { localDate, text, uuid } from '../../http/fields/index.js';

/** Intended and unintended changes are told apart (R19). */
export const handoverReasons = [
  'planned',
  'leave',
  'resigned',
  'reorganised',
  'asked-for',
  'fresh-eyes',
  'broker-takes-over',
  'other',
] as const satisfies readonly HandoverReason[];

export class HandoverBody {
  @uuid({ description: 'Den nye kontaktperson.' }) toId!: string;
  @text({
    max: 200,
    example: 'leave',
    description: `${handoverReasons.join(', ')}; egne ord gemmes som other med ordene i noten.`,
  })
  reason!: string;
  @text({ max: 2000, multiline: true, optional: true, nullable: true, example: 'Barsel fra 1. december' })
  note?: string | null;
}

export class CoverBody {
  @uuid({ description: 'Den, der svarer i stedet.' }) byId!: string;
  @localDate({ example: '2026-12-21' }) from!: string;
  @localDate({ example: '2026-12-27' }) to!: string;
}

/** A reason in own words is kept: nobody has to know our list to hand over. */
export function handoverOf({ toId, reason, note }: HandoverBody): {
  toId: string;
  reason: HandoverReason;
  note: string | null;
} {
  const known = handoverReasons.find((one) => one === reason);
  if (known) return { toId, reason: known, note: note ?? null };
  return { toId, reason: 'other', note: note ? `${reason}. ${note}` : reason };
}

import { localDateOf, type LocalDate } from '../kernel/index.js';
import type { Agreement } from '../agreement/agreement.js';

/** How a company's unpaid weeks turn into paid hours (R73, R74); paid and unpaid are never one figure (R86). */
export interface UnpaidStanding {
  /** People who are there now without paid hours yet. */
  unpaidNow: number;
  /** People with paid hours now. */
  paidNow: number;
  /** Began without pay and came to paid hours. */
  becamePaid: number;
  /** Began without pay and ended before the paid hours began. */
  neverPaid: number;
}

export function unpaidStanding(
  agreements: readonly Pick<Agreement, 'state' | 'startDate' | 'paidFrom' | 'signedAt' | 'endedAt'>[],
  today: LocalDate,
): UnpaidStanding {
  const standing = { unpaidNow: 0, paidNow: 0, becamePaid: 0, neverPaid: 0 };
  for (const { state, startDate, paidFrom, signedAt, endedAt } of agreements) {
    const neverBegan = state === 'draft' || startDate > today || (state === 'ended' && signedAt === null);
    if (neverBegan) continue;
    const last = endedAt === null ? today : localDateOf(endedAt);
    const isPaid = paidFrom <= last;
    if (state === 'signed') standing[isPaid ? 'paidNow' : 'unpaidNow'] += 1;
    if (paidFrom > startDate && isPaid) standing.becamePaid += 1;
    if (state === 'ended' && !isPaid) standing.neverPaid += 1;
  }
  return standing;
}

/** Nobody there is paid although somebody works there. */
export const isUnpaidOnly = ({ unpaidNow, paidNow }: UnpaidStanding): boolean =>
  unpaidNow > 0 && paidNow === 0;

/** So often unpaid weeks have led to nothing that it is time to talk about whether to go on (R73). */
const TOO_OFTEN = 2;
export const wantsTalk = ({ neverPaid, becamePaid }: UnpaidStanding): boolean =>
  neverPaid >= TOO_OFTEN && neverPaid > becamePaid;

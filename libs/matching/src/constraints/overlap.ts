import type { WeeklySlot } from '#domain';
import { andList, slotText } from '../danish/amounts.js';
import type { Pair } from '../facts.js';
import { keepsClear } from '../week/interval.js';
import type { Constraint } from './constraint.js';
import { clearOfAgreed, moveThatFits } from './smallest-move.js';

/**
 * No working hour falls together with hours already agreed elsewhere. The flexibility does not count here: it is
 * for a day that begins late, not for being in two places every week.
 */
export const overlap: Constraint = {
  code: 'overlap',
  comparison: { kind: 'apart' },
  reads: { job: ['weeklyShifts'], citizen: ['agreedSlots'] },
  failure: (pair) => `har aftalte timer ${andList(inTheWay(pair).map(slotText))}`,
  change: (pair) =>
    moveThatFits(pair, clearOfAgreed) ?? {
      on: 'citizen',
      text: `de aftalte timer ${andList(inTheWay(pair).map(slotText))} kan flyttes`,
    },
};

const inTheWay = ({ job, citizen }: Pair): WeeklySlot[] =>
  citizen.citizen.agreedSlots.filter((_, at) => !keepsClear(job.shifts, [citizen.agreed[at]!]));

import { hoursNumber, hoursText } from '../danish/amounts.js';
import type { Pair } from '../facts.js';
import { shareOf, type Part } from './part.js';

/** Paid hours a week near the wished hours. */
export const hours: Part = {
  id: 'hours',
  sub: 'wants',
  basis: {
    kind: 'lookup',
    job: ({ paidMinutes }) => paidMinutes,
    citizen: ({ wishMinutes }) => wishMinutes,
    standIn: (key) => ({ wishMinutes: key as number }),
  },
  share: ({ job, citizen, setting }) => {
    const { hoursSpreadMinutes } = setting.rules.shares;
    return shareOf(hoursSpreadMinutes - Math.abs(job.paidMinutes - citizen.wishMinutes), hoursSpreadMinutes);
  },
  text: ({ job, citizen }) =>
    `${hoursText(job.paidMinutes)} om ugen, ønsker ${hoursNumber(citizen.wishMinutes)}`,
};

/**
 * `roomToGrowHours` is the weekly hours the job can grow to ("kan vokse til 20 timer"), not hours on top. Only
 * growth inside the citizen's own range counts: nobody is pulled beyond it (R65, R85).
 */
const growsTo = ({ job, citizen }: Pair): number =>
  Math.min(Math.round((job.job.roomToGrowHours ?? 0) * 60), citizen.maxMinutes);

export const growth: Part = {
  id: 'growth',
  sub: 'canGet',
  basis: {
    kind: 'lookup',
    job: ({ job, paidMinutes }) => `${job.roomToGrowHours ?? 0} ${paidMinutes}`,
    citizen: ({ maxMinutes }) => maxMinutes,
    standIn: (key) => ({ maxMinutes: key as number }),
  },
  share: (pair) => shareOf(growsTo(pair) - pair.job.paidMinutes, pair.setting.rules.shares.growthFullMinutes),
  text: (pair) =>
    growsTo(pair) > pair.job.paidMinutes
      ? `kan vokse til ${hoursText(growsTo(pair))}`
      : 'timerne bliver, som de er',
};

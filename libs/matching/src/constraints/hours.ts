import { hoursNumber, hoursText } from '../danish/amounts.js';
import type { Pair } from '../facts.js';
import type { Change } from '../changes.js';
import { withPaidMinutes } from '../week/weekly-hours.js';
import type { Constraint } from './constraint.js';

/** Weekly hours are paid net hours, breaks off. Hours agreed at other small jobs are not added. */
export const hoursBelow: Constraint = {
  code: 'hours-below',
  comparison: {
    kind: 'at-least',
    job: ({ paidMinutes }) => paidMinutes,
    citizen: ({ minMinutes }) => minMinutes,
  },
  reads: { job: ['weeklyShifts'], citizen: ['hours.min'] },
  failure: ({ job, citizen }) =>
    `${hoursText(job.paidMinutes)} om ugen, vil gerne have mindst ${hoursNumber(citizen.minMinutes)}`,
  change: (pair) =>
    otherHours(pair, pair.citizen.minMinutes) ?? {
      on: 'citizen',
      text: `${hoursText(pair.job.paidMinutes)} om ugen er nok`,
      body: { hours: { min: pair.job.paidMinutes / 60 } },
    },
};

export const hoursAbove: Constraint = {
  code: 'hours-above',
  comparison: {
    kind: 'at-most',
    job: ({ paidMinutes }) => paidMinutes,
    citizen: ({ maxMinutes }) => maxMinutes,
  },
  reads: { job: ['weeklyShifts'], citizen: ['hours.max'] },
  failure: ({ job, citizen }) =>
    `${hoursText(job.paidMinutes)} om ugen, kan ${hoursNumber(citizen.maxMinutes)}`,
  change: (pair) =>
    otherHours(pair, pair.citizen.maxMinutes) ?? {
      on: 'citizen',
      text: `${hoursText(pair.job.paidMinutes)} om ugen kan lade sig gøre`,
      body: { hours: { max: pair.job.paidMinutes / 60 } },
    },
};

/** The job with exactly these paid hours, or null when such a job could not be posted. */
function otherHours({ job, setting }: Pair, minutes: number): Change | null {
  const weeklyShifts = withPaidMinutes(job.job.weeklyShifts, minutes, setting.rules.changes);
  return (
    weeklyShifts && {
      on: 'small-job',
      text: `jobbet er ${hoursText(minutes)} om ugen`,
      body: { weeklyShifts },
    }
  );
}

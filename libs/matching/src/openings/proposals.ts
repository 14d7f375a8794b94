import { addDays } from '#domain';
import type { CandidateCitizen } from '../candidates.js';
import { hoursText, longDateText } from '../danish/amounts.js';
import type { SmallJobFacts } from '../facts.js';
import type { Setting } from '../matching-day.js';
import { withPaidMinutes } from '../week/weekly-hours.js';
import {
  fewerCertificates,
  fewerConditions,
  lessLifting,
  lowerDanish,
  lowerDegrees,
} from './demand-proposals.js';
import { above, below, oneByOne, type Proposal, type ProposalKind } from './proposal.js';
import { laterStarts, movedStarts } from './start-proposals.js';

const WEEKS_TRIED = 8;

/** Every single change of the job worth asking about; numbers are tried where some citizen's own limit lies. */
export function proposalsFor(
  job: SmallJobFacts,
  citizens: readonly CandidateCitizen[],
  setting: Setting,
): ProposalKind[] {
  const kinds: ProposalKind[] = [
    { subject: 'start', steps: oneByOne(laterStarts(job.job, setting)) },
    { subject: 'start', steps: oneByOne(movedStarts(job.job)) },
    { subject: 'lifting', steps: oneByOne(lessLifting(job.job, citizens)) },
    ...(['standing', 'noise', 'peopleContact'] as const).map((demand) => ({
      subject: demand,
      steps: oneByOne(lowerDegrees(job.job, demand)),
    })),
    { subject: 'other', steps: fewerConditions(job.job) },
    { subject: 'danish', steps: oneByOne(lowerDanish(job.job)) },
    { subject: 'certificates', steps: fewerCertificates(job.job) },
    ...otherHours(job, citizens, setting),
    { subject: 'startDate', steps: oneByOne(laterDates(job)) },
  ];
  return kinds.filter(({ steps }) => steps.length > 0);
}

/** Fewer and more paid hours a week, at the ends of the citizens' own ranges. */
function otherHours(
  job: SmallJobFacts,
  citizens: readonly CandidateCitizen[],
  { rules }: Setting,
): ProposalKind[] {
  const minutes = (pick: 'min' | 'max'): number[] =>
    citizens.map(({ hours }) => Math.round(hours[pick] * 60));
  const fewer = below(minutes('max'), job.paidMinutes);
  const more = above(minutes('min'), job.paidMinutes);
  return [fewer, more].map((targets) => ({
    subject: 'hours',
    steps: targets.flatMap((target) => {
      const weeklyShifts = withPaidMinutes(job.job.weeklyShifts, target, rules.changes);
      return weeklyShifts === null
        ? []
        : [[{ change: { weeklyShifts }, text: `${hoursText(target)} om ugen` }]];
    }),
  }));
}

/** The same weekday one to eight weeks later, while the job lasts. */
const laterDates = ({ job, start }: SmallJobFacts): Proposal[] =>
  Array.from({ length: WEEKS_TRIED }, (_, at) => addDays(start, 7 * (at + 1)))
    .filter((startDate) => job.endDate === null || startDate <= job.endDate)
    .map((startDate) => ({ change: { startDate }, text: `start ${longDateText(startDate)}` }));

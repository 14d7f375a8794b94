import { addDays } from '#domain';
import { hoursText, longDateText } from '../danish/amounts.js';
import type { SmallJobFacts } from '../facts.js';
import type { Setting } from '../matching-day.js';
import { withPaidMinutes } from '../week/weekly-hours.js';
import { fewerDays, longerDays, movedDays } from './day-proposals.js';
import {
  fewerCertificates,
  fewerConditions,
  lessLifting,
  lowerDanish,
  lowerDegrees,
} from './demand-proposals.js';
import type { Limits } from './limits.js';
import { above, below, oneByOne, type Proposal, type ProposalKind } from './proposal.js';
import { earlierStarts, laterStarts, movedStarts } from './start-proposals.js';

const WEEKS_TRIED = 8;

/** Every single change of the job worth asking about; numbers are tried where some citizen's own limit lies. */
export function proposalsFor(job: SmallJobFacts, limits: Limits, setting: Setting): ProposalKind[] {
  const hours = otherHours(job, limits, setting);
  const kinds: ProposalKind[] = [
    { subject: 'start', steps: oneByOne(laterStarts(job.job, setting)) },
    { subject: 'start', steps: oneByOne(movedStarts(job.job)) },
    { subject: 'start', steps: oneByOne(earlierStarts(job.job, setting)) },
    { subject: 'lifting', steps: oneByOne(lessLifting(job.job, limits)) },
    ...(['standing', 'noise', 'peopleContact'] as const).map((demand) => ({
      subject: demand,
      steps: oneByOne(lowerDegrees(job.job, demand)),
    })),
    { subject: 'other', steps: fewerConditions(job.job) },
    { subject: 'danish', steps: oneByOne(lowerDanish(job.job)) },
    { subject: 'certificates', steps: fewerCertificates(job.job) },
    ...hours.map((proposals) => ({ subject: 'hours', steps: oneByOne(proposals) })),
    { subject: 'days', steps: inOneStep(movedDays(job)) },
    { subject: 'days', steps: inOneStep(longerDays(job, setting)) },
    { subject: 'days', steps: inOneStep(notAmong(hours.flat(), fewerDays(job))) },
    { subject: 'startDate', steps: oneByOne(laterDates(job)) },
  ];
  return kinds.filter(({ steps }) => steps.length > 0);
}

/** Fewer and more paid hours a week, at the ends of the citizens' own ranges. */
function otherHours(job: SmallJobFacts, limits: Limits, { rules }: Setting): Proposal[][] {
  const fewer = below(limits.maxMinutes, job.paidMinutes);
  const more = above(limits.minMinutes, job.paidMinutes);
  return [fewer, more].map((targets) =>
    targets.flatMap((target) => {
      const weeklyShifts = withPaidMinutes(job.job.weeklyShifts, target, rules.changes);
      return weeklyShifts === null
        ? []
        : [{ change: { weeklyShifts }, text: `${hoursText(target)} om ugen` }];
    }),
  );
}

const inOneStep = (proposals: Proposal[]): Proposal[][] => (proposals.length === 0 ? [] : [proposals]);

/** Very short shifts give the last day up when the hours become fewer: the same change is not listed twice. */
function notAmong(others: readonly Proposal[], proposals: readonly Proposal[]): Proposal[] {
  const known = new Set(others.map(({ change }) => JSON.stringify(change)));
  return proposals.filter(({ change }) => !known.has(JSON.stringify(change)));
}

/** The same weekday one to eight weeks later, while the job lasts. */
const laterDates = ({ job, start }: SmallJobFacts): Proposal[] =>
  Array.from({ length: WEEKS_TRIED }, (_, at) => addDays(start, 7 * (at + 1)))
    .filter((startDate) => job.endDate === null || startDate <= job.endDate)
    .map((startDate) => ({ change: { startDate }, text: `start ${longDateText(startDate)}` }));

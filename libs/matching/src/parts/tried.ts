import type { TriedJob } from '#domain';
import { andList } from '../danish/amounts.js';
import type { Pair, SmallJobFacts } from '../facts.js';
import type { Setting } from '../matching-day.js';
import type { Part } from './part.js';

/** The features that are compared: never presence or absence (matching.md). */
const features = [
  {
    weight: 'task',
    name: 'opgaver',
    same: ({ job }: SmallJobFacts, tried: TriedJob) => job.category === tried.category,
  },
  {
    weight: 'noise',
    name: 'støj',
    same: ({ job }: SmallJobFacts, tried: TriedJob) => job.demands.noise === tried.noise,
  },
  {
    weight: 'hours',
    name: 'timer',
    same: ({ paidMinutes }: SmallJobFacts, tried: TriedJob, { rules }: Setting) =>
      Math.abs(paidMinutes - tried.weeklyMinutes) <= rules.shares.tried.hoursNearMinutes,
  },
] as const;

/** Added for every feature shared with a job that went well, subtracted for one that did not. */
function counts(job: SmallJobFacts, tried: TriedJob, setting: Setting): number {
  const weights = setting.rules.shares.tried;
  let sum = 0;
  for (const feature of features) {
    if (feature.same(job, tried, setting)) sum += weights[feature.weight];
  }
  return tried.wentWell ? sum : -sum;
}

function balance({ job, citizen, setting }: Pair): number {
  let sum = 0;
  for (const tried of citizen.citizen.triedJobs) sum += counts(job, tried, setting);
  return sum;
}

const triedShare = (sum: number, { rules }: Setting): number =>
  Math.min(10_000, Math.max(0, rules.shares.tried.neutral + sum));

/** Somebody who has tried nothing stands in the middle: no job tried is neither good nor bad (R51). */
export const tried: Part = {
  id: 'tried',
  sub: 'wants',
  basis: {
    kind: 'tally',
    items: ({ citizen }) => citizen.triedJobs,
    key: ({ category, noise, weeklyMinutes, wentWell }) =>
      JSON.stringify([category, noise, weeklyMinutes, wentWell]),
    counts,
    share: triedShare,
  },
  share: (pair) => triedShare(balance(pair), pair.setting),
  text: (pair) => {
    const { triedJobs } = pair.citizen.citizen;
    if (triedJobs.length === 0) return 'ikke prøvet et småjob før';
    const sum = balance(pair);
    if (sum < 0) return 'minder om et job, der ikke passede så godt';
    if (sum === 0) return 'minder ikke om tidligere småjob';
    const alike = features.filter((feature) =>
      triedJobs.some((job) => job.wentWell && feature.same(pair.job, job, pair.setting)),
    );
    return `${andList(alike.map(({ name }) => name))} som i et job, der gik godt`;
  },
};

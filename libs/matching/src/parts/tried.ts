import type { TriedJob } from '#domain';
import { andList } from '../danish/amounts.js';
import type { Pair } from '../facts.js';
import type { Part } from './part.js';

/** The features that are compared: never presence or absence (matching.md). */
const features = [
  {
    weight: 'task',
    name: 'opgaver',
    same: ({ job }: Pair, tried: TriedJob) => job.job.category === tried.category,
  },
  {
    weight: 'noise',
    name: 'støj',
    same: ({ job }: Pair, tried: TriedJob) => job.job.demands.noise === tried.noise,
  },
  {
    weight: 'hours',
    name: 'timer',
    same: ({ job, setting }: Pair, tried: TriedJob) =>
      Math.abs(job.paidMinutes - tried.weeklyMinutes) <= setting.rules.shares.tried.hoursNearMinutes,
  },
] as const;

/** Added for every feature shared with a job that went well, subtracted for one that did not. */
function balance(pair: Pair): number {
  const weights = pair.setting.rules.shares.tried;
  let sum = 0;
  for (const tried of pair.citizen.citizen.triedJobs) {
    for (const feature of features) {
      if (feature.same(pair, tried))
        sum += tried.wentWell ? weights[feature.weight] : -weights[feature.weight];
    }
  }
  return sum;
}

/** Somebody who has tried nothing stands in the middle: no job tried is neither good nor bad (R51). */
export const tried: Part = {
  id: 'tried',
  sub: 'wants',
  basis: {
    kind: 'various',
    job: ({ job, paidMinutes }) => `${job.category} ${job.demands.noise} ${paidMinutes}`,
    citizen: ({ citizen }) =>
      citizen.triedJobs
        .map(
          ({ category, noise, weeklyMinutes, wentWell }) =>
            `${category} ${noise} ${weeklyMinutes} ${wentWell}`,
        )
        .join(),
    usual: '',
  },
  reads: ['triedJobs'],
  share: (pair) => Math.min(10_000, Math.max(0, pair.setting.rules.shares.tried.neutral + balance(pair))),
  text: (pair) => {
    const { triedJobs } = pair.citizen.citizen;
    if (triedJobs.length === 0) return 'ikke prøvet et småjob før';
    const sum = balance(pair);
    if (sum < 0) return 'minder om et job, der ikke passede så godt';
    if (sum === 0) return 'minder ikke om tidligere småjob';
    const alike = features.filter((feature) =>
      triedJobs.some((job) => job.wentWell && feature.same(pair, job)),
    );
    return `${andList(alike.map(({ name }) => name))} som i et job, der gik godt`;
  },
};

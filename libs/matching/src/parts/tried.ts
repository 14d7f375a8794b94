import type { TriedJob } from '#domain';
import { andList } from '../danish/amounts.js';
import type { Pair } from '../facts.js';
import type { Setting } from '../matching-day.js';
import type { Feature, Part } from './part.js';

/** The features that are compared: never presence or absence (matching.md). */
const features: readonly (Feature & { name: string })[] = [
  {
    name: 'opgaver',
    job: ({ job }) => job.category,
    item: ({ category }) => category,
    counts: (job, item, { rules }) => (job === item ? rules.shares.tried.task : 0),
  },
  {
    name: 'støj',
    job: ({ job }) => job.demands.noise,
    item: ({ noise }) => noise,
    counts: (job, item, { rules }) => (job === item ? rules.shares.tried.noise : 0),
  },
  {
    name: 'timer',
    job: ({ paidMinutes }) => paidMinutes,
    item: ({ weeklyMinutes }) => weeklyMinutes,
    counts: (job, item, { rules: { shares } }) =>
      Math.abs(Number(job) - Number(item)) <= shares.tried.hoursNearMinutes ? shares.tried.hours : 0,
  },
];

const counts = ({ job, item, counts: of }: Feature, pair: Pair, tried: TriedJob): number =>
  of(job(pair.job), item(tried), pair.setting);

/** Features shared with a job that went well are added, those with one that did not are subtracted. */
const sign = ({ wentWell }: TriedJob): 1 | -1 => (wentWell ? 1 : -1);

function balance(pair: Pair): number {
  let sum = 0;
  for (const tried of pair.citizen.citizen.triedJobs) {
    for (const feature of features) sum += sign(tried) * counts(feature, pair, tried);
  }
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
    features,
    sign,
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
      triedJobs.some((job) => job.wentWell && counts(feature, pair, job) > 0),
    );
    return `${andList(alike.map(({ name }) => name))} som i et job, der gik godt`;
  },
};

import type { Measure, Sample } from './measure.js';

const NAME = 'fodfaeste_job_lateness_seconds';
const UP_TO = 'lateness-le-';

/** How late jobs began, over all workers of the last day: each writes its histogram with its sign of life. */
export function latenessOf(workers: readonly Record<string, number>[]): Measure {
  const sum = (name: string): number => workers.reduce((total, counts) => total + (counts[name] ?? 0), 0);
  const ends = new Set(
    workers
      .flatMap(Object.keys)
      .flatMap((name) => (name.startsWith(UP_TO) ? [Number(name.slice(UP_TO.length))] : [])),
  );
  const buckets: Sample[] = [...ends]
    .sort((one, other) => one - other)
    .map((end) => ({
      name: `${NAME}_bucket`,
      labels: { le: String(end / 1_000) },
      value: sum(`${UP_TO}${end}`),
    }));
  const count = sum('lateness-count');
  return {
    name: NAME,
    help: 'How long after they were due jobs began',
    type: 'histogram',
    samples: [
      ...buckets,
      { name: `${NAME}_bucket`, labels: { le: '+Inf' }, value: count },
      { name: `${NAME}_sum`, value: sum('lateness-sum-ms') / 1_000 },
      { name: `${NAME}_count`, value: count },
    ],
  };
}

import type { CitizenFacts, SmallJobFacts } from '#matching';
import { maskOf, type Encoding } from '../table/encoding.js';
import { onSphere } from '../table/places.js';
import { mutualRows } from '../table/rows.js';
import { starts, type Sections } from './sections.js';

/** No contact set, and one whom no citizen has as broker. */
const NOT_SET = -2;
const NOBODYS = -1;

export function addJobs(
  file: Sections,
  jobs: readonly SmallJobFacts[],
  order: readonly CitizenFacts[],
  { levels, categories, needs, people }: Encoding,
): void {
  const words = jobs.map(levels.job);
  const sliced = Array.from({ length: levels.words }, (_, word) => words.map((own) => own[word]!));
  file.add(BigUint64Array.from(sliced.flat()));
  file.broken(levels.wideNumbers.flatMap(({ comparison }) => jobs.map(comparison.job)));
  for (const axis of [0, 1, 2] as const)
    file.broken(jobs.map(({ job }) => onSphere(job.workplace.position)[axis]));
  file.broken(jobs.map(({ job }) => job.workplace.position.lat));
  file.broken(jobs.map(({ job }) => job.workplace.position.lon));
  file.intervals(jobs.map(({ shifts }) => [...shifts]));
  file.whole(jobs.map(({ job }) => job.startFlexibilityMinutes));
  file.whole(jobs.map(({ job }) => categories.get(job.category)!));
  file.whole(jobs.map(({ job }) => job.demands.noise));
  file.whole(jobs.map(({ paidMinutes }) => paidMinutes));
  file.whole(jobs.map(({ job }) => Math.round((job.roomToGrowHours ?? 0) * 60)));
  file.whole(
    jobs.map(({ job }) =>
      job.fixedContactId === null ? NOT_SET : (people.get(job.fixedContactId) ?? NOBODYS),
    ),
  );
  const all = (1 << needs.size) - 1;
  file.whole(jobs.map(({ job }) => all & ~maskOf(job.accommodationsOffered, needs)));
  const excluded = excludedOf(jobs, order, levels.wideSets);
  file.whole(starts(excluded));
  file.whole(excluded.flat());
}

/** Positions of those who cannot be proposed for a job by ids of people and companies: few, so they stand in a list. */
function excludedOf(
  jobs: readonly SmallJobFacts[],
  order: readonly CitizenFacts[],
  wideSets: Encoding['levels']['wideSets'],
): number[][] {
  const holders = wideSets.map(({ comparison }) => ({
    asked: comparison.job,
    by: positionsBy(order, comparison.citizen),
  }));
  const mutual = mutualRows().map(({ comparison }) => ({
    job: comparison.job,
    byId: positionsBy(order, (facts) => [comparison.citizen(facts).id]),
    byRuledOut: positionsBy(order, (facts) => comparison.citizen(facts).ruledOut),
  }));
  return jobs.map((job) => {
    const out = new Set<number>();
    const addAll = (found: number[] | undefined): void => found?.forEach((at) => out.add(at));
    for (const { asked, by } of holders) for (const slug of asked(job)) addAll(by.get(slug));
    for (const row of mutual) {
      addAll(row.byRuledOut.get(row.job(job).id));
      for (const id of row.job(job).ruledOut) addAll(row.byId.get(id));
    }
    return [...out].sort((a, b) => a - b);
  });
}

function positionsBy(order: readonly CitizenFacts[], slugs: (facts: CitizenFacts) => readonly string[]) {
  const found = new Map<string, number[]>();
  order.forEach((facts, at) => {
    for (const slug of slugs(facts)) {
      const own = found.get(slug);
      if (own) own.push(at);
      else found.set(slug, [at]);
    }
  });
  return found;
}

import { deskOrder, greedy, withKept, type Plan } from '#matching';
import type { Considered } from './considered.js';
import type { Decided } from './decided.js';

/** Another way to fill the same seats, under the same decisions. */
export interface OtherWay {
  filled: number;
  objective: number;
  /** What the plan has more, in seats and in points. */
  filledMore: number;
  pointsMore: number;
}

export interface Compared {
  /** As it is done at a desk: the jobs as they were posted, each with the best who is free. */
  deskOrder: OtherWay & { smallJobIdsWithSomebodyElse: string[] };
  /** The best single pair first. */
  greedy: OtherWay;
}

export function compared(
  { smallJobs, problem }: Considered,
  { rest, kept, bounds }: Decided,
  plan: Plan,
): Compared {
  const posted = [...smallJobs.keys()].sort(
    (a, b) => smallJobs[a]!.createdAt.epochMilliseconds - smallJobs[b]!.createdAt.epochMilliseconds || a - b,
  );
  const atDesk = withKept(deskOrder(rest, posted, bounds), kept, problem);
  const others = jobsWithOthers(plan, atDesk);
  return {
    deskOrder: {
      ...beside(plan, atDesk),
      smallJobIdsWithSomebodyElse: smallJobs.filter((_, job) => others.has(job)).map(({ id }) => id),
    },
    greedy: beside(plan, withKept(greedy(rest, bounds), kept, problem)),
  };
}

const beside = (plan: Plan, { filled, objective }: Plan): OtherWay => ({
  filled,
  objective,
  filledMore: plan.filled - filled,
  pointsMore: plan.objective - objective,
});

/** The jobs that somebody gets in one of the two who does not get them in the other. */
function jobsWithOthers(plan: Plan, other: Plan): Set<number> {
  const jobs = new Set<number>();
  plan.jobOf.forEach((mine, who) => {
    if (mine !== other.jobOf[who]) jobs.add(mine).add(other.jobOf[who]!);
  });
  return jobs;
}

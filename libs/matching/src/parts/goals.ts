import type { JobGoal } from '#domain';
import { categoryName } from '../danish/names.js';
import type { Pair } from '../facts.js';
import type { Part } from './part.js';

/** The citizen's own goal that names the job's category, the most wanted one when there are several. */
export function ownGoal({ job, citizen }: Pair): JobGoal | null {
  let best: JobGoal | null = null;
  for (const goal of citizen.citizen.jobGoals) {
    if (goal.category === job.job.category && (best === null || goal.rank < best.rank)) best = goal;
  }
  return best;
}

/** Own job goals in their order: the heaviest part (R37, R38). */
export const goals: Part = {
  id: 'goals',
  sub: 'wants',
  share: (pair) => {
    const goal = ownGoal(pair);
    if (goal === null) return 0;
    const { goalByRank } = pair.setting.rules.shares;
    return goalByRank[Math.min(Math.max(goal.rank, 1), goalByRank.length) - 1] ?? 0;
  },
  text: (pair) => {
    const goal = ownGoal(pair);
    return goal === null
      ? 'ikke blandt egne mål'
      : `eget mål nr. ${goal.rank}: ${categoryName(goal.category)}`;
  },
};

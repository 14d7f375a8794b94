import { categoryName } from '../danish/names.js';
import { aspirationOf, categoryOf, heading, ownGoal } from './aspiration.js';
import type { Part } from './part.js';

/** Own job goals in their order: the heaviest part (R37, R38). */
export const goals: Part = {
  id: 'goals',
  sub: 'wants',
  basis: { kind: 'lookup', job: categoryOf, citizen: aspirationOf, standIn: heading },
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

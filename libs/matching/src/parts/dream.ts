import { findCategory } from '#domain';
import { categoryName } from '../danish/names.js';
import type { Pair } from '../facts.js';
import { aspirationOf, categoryOf, dreamCategory, heading, ownGoal } from './aspiration.js';
import type { Part } from './part.js';

/** Categories are related when either one says so. */
const related = (a: string, b: string): boolean =>
  a !== b && (findCategory(a)?.related.includes(b) === true || findCategory(b)?.related.includes(a) === true);

interface Closeness {
  share: number;
  text: string;
}

/**
 * How close the job's category is to where the citizen is heading: the dream itself, an own goal, or a category
 * related to one of them. The nearest one counts. An own goal counts here too, or a job next to a goal would gain
 * on the goal itself.
 */
function closeness(pair: Pair): Closeness {
  const { category } = pair.job.job;
  const { citizen } = pair.citizen;
  const { dream: shares } = pair.setting.rules.shares;
  const dream = dreamCategory(citizen.dream);
  const near = citizen.jobGoals
    .filter((goal) => related(goal.category, category))
    .sort((a, b) => a.rank - b.rank)[0];

  const found: Closeness[] = [];
  if (dream?.id === category) found.push({ share: shares.dream, text: `drømmen: ${categoryName(category)}` });
  if (ownGoal(pair)) found.push({ share: shares.goal, text: 'samme slags arbejde som eget mål' });
  if (near)
    found.push({ share: shares.related, text: `i familie med eget mål: ${categoryName(near.category)}` });
  if (dream && related(dream.id, category)) {
    found.push({ share: shares.related, text: `i familie med drømmen: ${categoryName(dream.id)}` });
  }
  return found.reduce((best, next) => (next.share > best.share ? next : best), {
    share: 0,
    text: 'et andet område end egne mål',
  });
}

/** The dream in the citizen's own words is only searched for a category, never shown. */
export const dream: Part = {
  id: 'dream',
  sub: 'wants',
  basis: { kind: 'lookup', job: categoryOf, citizen: aspirationOf, standIn: heading },
  share: (pair) => closeness(pair).share,
  text: (pair) => closeness(pair).text,
};

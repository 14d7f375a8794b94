import { categoryInWords, type Category, type JobGoal } from '#domain';
import type { CitizenFacts, Pair, SmallJobFacts } from '../facts.js';
import type { Key, StandIn } from './part.js';

/** The citizen's own goal that names the job's category, the most wanted one when there are several. */
export function ownGoal({ job, citizen }: Pair): JobGoal | null {
  let best: JobGoal | null = null;
  for (const goal of citizen.citizen.jobGoals) {
    if (goal.category === job.job.category && (best === null || goal.rank < best.rank)) best = goal;
  }
  return best;
}

// The same few dreams are dreamt by many, and searching for every name in every dream takes its time.
const recent = new Map<string, Category | undefined>();
const RECENT_DREAMS = 4096;

/** The category that the dream names; the words themselves are only searched, never shown. */
export function dreamCategory(dream: string | null): Category | undefined {
  if (dream === null) return undefined;
  if (recent.has(dream)) return recent.get(dream);
  if (recent.size >= RECENT_DREAMS) recent.clear();
  const category = categoryInWords(dream);
  recent.set(dream, category);
  return category;
}

export const categoryOf = ({ job }: SmallJobFacts): Key => job.category;

/** Where the citizen is heading: the dream's category, and the goals with their ranks; as JSON. */
export function aspirationOf({ citizen }: CitizenFacts): Key {
  const heading: Aspiration = [dreamCategory(citizen.dream)?.id ?? null];
  for (const { rank, category } of citizen.jobGoals) heading.push(rank, category);
  return JSON.stringify(heading);
}

type Aspiration = [dream: string | null, ...ranksAndCategories: (number | string)[]];

/** A citizen who is heading there, without own words: a category's id is found in itself as a dream. */
export function heading(key: Key): StandIn {
  const [dream, ...goals] = JSON.parse(key as string) as Aspiration;
  const jobGoals: JobGoal[] = [];
  for (let at = 0; at < goals.length; at += 2) {
    jobGoals.push({ rank: goals[at] as number, category: goals[at + 1] as string, ownWords: '' });
  }
  return { citizen: { dream, jobGoals } };
}

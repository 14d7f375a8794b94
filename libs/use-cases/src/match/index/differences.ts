import type { AllPlaces } from '#matching';
import type { HeldIndex } from './held-index.js';

export interface Differences {
  /** Lists that were compared, of both sides. */
  lists: number;
  /** Of these, the ones that are not the same place by place. */
  differing: number;
}

/** Of each list: more than are ever shown. */
const PLACES = 40;

type List = ReturnType<AllPlaces['forSmallJob']>;

/** Every list of an index that followed its edits beside those of one made from the rows; both of one version. */
export function differences(followed: HeldIndex, fresh: HeldIndex): Differences {
  const ours = followed.index.rankAll({ limit: PLACES });
  const theirs = fresh.index.rankAll({ limit: PLACES });
  const jobs = compared(followed.smallJobIds, fresh.smallJobIds, (id) =>
    isSame(ours.forSmallJob(id), theirs.forSmallJob(id)),
  );
  const people = compared(followed.citizenIds, fresh.citizenIds, (id) =>
    isSame(ours.forCitizen(id), theirs.forCitizen(id)),
  );
  return { lists: jobs.lists + people.lists, differing: jobs.differing + people.differing };
}

/** Who is on one side only has a list that differs. */
function compared(
  ours: ReadonlySet<string>,
  theirs: ReadonlySet<string>,
  isTrue: (id: string) => boolean,
): Differences {
  const all = [...new Set([...ours, ...theirs])];
  const differing = all.filter((id) => !ours.has(id) || !theirs.has(id) || !isTrue(id));
  return { lists: all.length, differing: differing.length };
}

const isSame = (a: List, b: List): boolean =>
  a.length === b.length && a.every(({ id, score }, at) => id === b[at]!.id && score === b[at]!.score);

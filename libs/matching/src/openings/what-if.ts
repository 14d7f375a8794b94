import { changedFields, changedSmallJob, type SmallJobChange } from '../changes.js';
import { constraints } from '../constraints/table.js';
import { smallJobFacts, type Pair } from '../facts.js';
import { failing } from '../ranking/failures.js';

/** The citizens beside one job with the rules each of them breaks now. */
export interface Present {
  pairs: readonly Pair[];
  /** Failing rules per citizen, bit n is row n of the table. */
  masks: Uint32Array;
}

export const presentOf = (pairs: readonly Pair[]): Present => ({
  pairs,
  masks: Uint32Array.from(pairs, (pair) => failing(pair)),
});

/** The rules that read a field the change sets: only these can answer differently afterwards. */
export function touchedBy(change: SmallJobChange): number {
  const fields = changedFields(change);
  let mask = 0;
  constraints.forEach(({ reads }, at) => {
    if (reads.job.some((field) => fields.includes(field))) mask |= 1 << at;
  });
  return mask;
}

/**
 * The failing rules of every citizen as they would be with the change. Rules that the change does not touch keep
 * their answer. A citizen who breaks a rule outside `relevant` cannot come in and is left as is.
 */
export function masksWith(present: Present, change: SmallJobChange, relevant: number): Uint32Array {
  const touched = touchedBy(change);
  const masks = present.masks.slice();
  const [first] = present.pairs;
  if (first === undefined) return masks;
  const facts = smallJobFacts(changedSmallJob(first.job.job, change), first.setting);
  for (let at = 0; at < masks.length; at += 1) {
    const mask = masks[at]!;
    if ((mask & ~relevant) !== 0) continue;
    const { citizen, metres, setting } = present.pairs[at]!;
    masks[at] = (mask & ~touched) | failing({ job: facts, citizen, metres, setting }, touched);
  }
  return masks;
}

/** How many break no rule. */
export function eligibleIn(masks: Uint32Array): number {
  let count = 0;
  for (const mask of masks) if (mask === 0) count += 1;
  return count;
}

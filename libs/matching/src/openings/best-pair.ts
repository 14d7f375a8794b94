import { bothChanges } from '../changes.js';
import type { Proposal } from './proposal.js';
import { eligibleIn, masksWith, touchedBy, type Present } from './what-if.js';
import type { Opening, Tried } from './worthwhile.js';

/** A single change with everybody's failing rules after it. */
export interface Asked extends Tried {
  masks: Uint32Array;
}

/**
 * The two changes that together gain most, when they gain more than each of them alone. Pairs of one subject
 * (two starts, two numbers of hours) and pairs that set the same field are left out; of equals the first is taken,
 * which has the smaller changes.
 */
export function bestPair(present: Present, tried: readonly Asked[]): Opening | null {
  const now = eligibleIn(present.masks);
  let best: Opening | null = null;
  for (const [at, one] of tried.entries()) {
    for (const other of tried.slice(at + 1)) {
      if (one.subject === other.subject) continue;
      const change = bothChanges(one.change, other.change);
      if (change === null) continue;
      const gained = eligibleWithBoth(present, one, other, change) - now;
      if (gained <= Math.max(0, one.gained, other.gained, best?.gained ?? 0)) continue;
      best = { change, text: `${one.text} og ${other.text}`, gained };
    }
  }
  return best;
}

function eligibleWithBoth(present: Present, one: Asked, other: Asked, change: Proposal['change']): number {
  const shared = one.touched & other.touched;
  // A rule that reads both changes (hours and flexibility: windows) has to be asked again.
  if (shared !== 0) return eligibleIn(masksWith(present, change, touchedBy(change)));
  const untouched = ~(one.touched | other.touched);
  let count = 0;
  for (let at = 0; at < present.masks.length; at += 1) {
    const left =
      (present.masks[at]! & untouched) | (one.masks[at]! & one.touched) | (other.masks[at]! & other.touched);
    if (left === 0) count += 1;
  }
  return count;
}

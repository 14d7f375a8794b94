import { travelModes, type TravelMode } from '#domain';
import type { CandidateCitizen } from '../candidates.js';
import { constraints } from '../constraints/table.js';
import { byMode } from '../danish/names.js';
import type { MatchingRules } from '../rules.js';
import { travelMinutes } from '../travel.js';
import type { Present } from './what-if.js';

/** Not a change of the job: how many more would fit if they came by a mode they do not use yet. */
export interface OtherWay {
  mode: TravelMode;
  /** "kan nås med bus". */
  text: string;
  gained: number;
}

/** Travel alone is in the way: the mask of the failing rules. */
export const ONLY_TRAVEL = 1 << constraints.findIndex(({ code }) => code === 'travel');

/**
 * Per proposable mode the citizens for whom travel is all that is in the way, who do not use the mode today and
 * would be there by it in reasonable time. Most first; modes that help nobody are left out.
 */
export function otherWays({ pairs, masks }: Present): OtherWay[] {
  const near = pairs.filter((_, at) => masks[at] === ONLY_TRAVEL);
  return waysThatHelp(
    (mode) =>
      near.filter(({ citizen, metres, setting: { rules } }) =>
        wouldBeThere(metres, modesOf(citizen.citizen.reach), mode, rules.travel),
      ).length,
  );
}

const modesOf = (reach: CandidateCitizen['reach']): TravelMode[] =>
  travelModes.filter((mode) => reach[mode] !== undefined);

/** @param used modes that the citizen travels by already */
export const wouldBeThere = (
  metres: number,
  used: readonly TravelMode[],
  mode: TravelMode,
  travel: MatchingRules['travel'],
): boolean =>
  travel.proposable.includes(mode) &&
  !used.includes(mode) &&
  travelMinutes(metres, mode, travel) <= travel.mentionedAtMostMinutes;

export const waysThatHelp = (gainedBy: (mode: TravelMode) => number): OtherWay[] =>
  travelModes
    .map((mode) => ({ mode, text: `kan nås ${byMode[mode]}`, gained: gainedBy(mode) }))
    .filter(({ gained }) => gained > 0)
    .sort((a, b) => b.gained - a.gained);

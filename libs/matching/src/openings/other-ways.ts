import { travelModes, type TravelMode } from '#domain';
import { constraints } from '../constraints/table.js';
import { byMode } from '../danish/names.js';
import { travelMinutes } from '../travel.js';
import type { Present } from './what-if.js';

/** Not a change of the job: how many more would fit if they came by a mode they do not use yet. */
export interface OtherWay {
  mode: TravelMode;
  /** "kan nås med bus". */
  text: string;
  gained: number;
}

const ONLY_TRAVEL = 1 << constraints.findIndex(({ code }) => code === 'travel');

/**
 * Per proposable mode the citizens for whom travel is all that is in the way, who do not use the mode today and
 * would be there by it in reasonable time. Most first; modes that help nobody are left out.
 */
export function otherWays({ pairs, masks }: Present): OtherWay[] {
  const near = pairs.filter((_, at) => masks[at] === ONLY_TRAVEL);
  return travelModes
    .map((mode) => ({
      mode,
      text: `kan nås ${byMode[mode]}`,
      gained: near.filter(({ citizen, metres, setting: { rules } }) => {
        const { proposable, mentionedAtMostMinutes } = rules.travel;
        return (
          proposable.includes(mode) &&
          citizen.citizen.reach[mode] === undefined &&
          travelMinutes(metres, mode, rules.travel) <= mentionedAtMostMinutes
        );
      }).length,
    }))
    .filter(({ gained }) => gained > 0)
    .sort((a, b) => b.gained - a.gained);
}

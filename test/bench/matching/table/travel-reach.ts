import { travelModes, type TravelMode } from '#domain';
import { travelMinutes, type CitizenFacts, type MatchingRules } from '#matching';

/** No trip of a citizen is longer than this: half the way around the earth. */
const FARTHEST = 20_100_000;

/** The most whole metres at which the minutes are still within `most`; -1 when not even the next door is. */
function metresWithin(most: number, mode: TravelMode, travel: MatchingRules['travel']): number {
  let [within, beyond] = [-1, FARTHEST];
  while (beyond - within > 1) {
    const middle = Math.floor((within + beyond) / 2);
    if (travelMinutes(middle, mode, travel) <= most) within = middle;
    else beyond = middle;
  }
  return within;
}

const known = new WeakMap<MatchingRules['travel'], Map<string, number>>();

/** The metres a citizen reaches by each way of travelling, in the order of `travelModes`; -1 where it is not used. */
export function metresOfReach({ citizen }: CitizenFacts, travel: MatchingRules['travel']): number[] {
  const cache = known.get(travel) ?? new Map<string, number>();
  known.set(travel, cache);
  return travelModes.map((mode) => {
    const most = citizen.reach[mode];
    if (most === undefined) return -1;
    const key = `${mode} ${most}`;
    if (!cache.has(key)) cache.set(key, metresWithin(most, mode, travel));
    return cache.get(key)!;
  });
}

import { travelModes, type TravelMode } from '#domain';
import type { CandidateCitizen } from './candidates.js';
import type { MatchingRules } from './rules.js';

export interface Trip {
  mode: TravelMode;
  minutes: number;
}

/** Whole minutes from door to door, rounded up: metres as the crow flies x detour / speed + waiting (domain.md 4.2). */
export function travelMinutes(metres: number, mode: TravelMode, travel: MatchingRules['travel']): number {
  const { kmPerHour, waitMinutes } = travel.modes[mode];
  return Math.ceil((metres * travel.detourPercent * 60) / (kmPerHour * 100_000)) + waitMinutes;
}

/** The fastest trip within what the citizen travels by that mode, or null. */
export function tripWithinReach(
  metres: number,
  reach: CandidateCitizen['reach'],
  travel: MatchingRules['travel'],
): Trip | null {
  let best: Trip | null = null;
  for (const mode of travelModes) {
    const most = reach[mode];
    if (most === undefined) continue;
    const minutes = travelMinutes(metres, mode, travel);
    if (minutes <= most && (best === null || minutes < best.minutes)) best = { mode, minutes };
  }
  return best;
}

/** The trip by a mode the citizen uses that goes least beyond reach; null when no mode is agreed. */
export function nearestMiss(
  metres: number,
  reach: CandidateCitizen['reach'],
  travel: MatchingRules['travel'],
): (Trip & { most: number }) | null {
  let best: (Trip & { most: number }) | null = null;
  for (const mode of travelModes) {
    const most = reach[mode];
    if (most === undefined) continue;
    const minutes = travelMinutes(metres, mode, travel);
    if (best === null || minutes - most < best.minutes - best.most) best = { mode, minutes, most };
  }
  return best;
}

/**
 * The trip that asks least of the citizen: more minutes by a mode in use, or all minutes by one that may be
 * proposed. Ties go to the mode that stands first in `travelModes`.
 */
export function smallestStretch(
  metres: number,
  reach: CandidateCitizen['reach'],
  travel: MatchingRules['travel'],
): Trip | null {
  let best: (Trip & { extra: number }) | null = null;
  for (const mode of travelModes) {
    const most = reach[mode];
    if (most === undefined && !travel.proposable.includes(mode)) continue;
    const minutes = travelMinutes(metres, mode, travel);
    const extra = minutes - (most ?? 0);
    if (best === null || extra < best.extra) best = { mode, minutes, extra };
  }
  return best && { mode: best.mode, minutes: best.minutes };
}

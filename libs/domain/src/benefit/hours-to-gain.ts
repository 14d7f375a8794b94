import type { RateTable } from '../rates/index.js';
import type { EstimateInput } from './estimate-input.js';
import { estimateBenefit } from './estimate.js';
import { hoursPerMonth } from './hours-per-month.js';
import type { Zone } from './figures.js';

export interface GainPoint {
  hoursPerWeek: number;
  gainOre: number;
  /** What wage and benefit come to after tax. */
  netAfterOre: number;
}

/** From here on the next hour is worth something else than the one before. */
export interface Bend extends GainPoint {
  zone: Zone;
}

export interface GainSeries {
  points: GainPoint[];
  bends: Bend[];
}

/** Hours a week. */
export const FULL_TIME = 37;
const HUNDREDTHS = 100;

/** Hours a week to what is left, for a chart: one point an hour, and where the line bends, to a hundredth of an hour. */
export function hoursToGain(
  input: Omit<EstimateInput, 'hoursPerMonth'>,
  table: RateTable,
  { from = 0, to = FULL_TIME, step = 1 }: { from?: number; to?: number; step?: number } = {},
): GainSeries {
  const at = (hoursPerWeek: number): Bend => {
    const month = { ...input, hoursPerMonth: hoursPerMonth(hoursPerWeek) };
    const { gainOre, netAfterOre, zone } = estimateBenefit(month, table);
    return { hoursPerWeek, gainOre, netAfterOre, zone };
  };
  const count = Math.max(0, Math.ceil((to - from) / step));
  const seen = Array.from({ length: count + 1 }, (_, n) => at(Math.min(to, from + n * step)));
  const bends = seen.flatMap((point, n) => {
    const before = seen[n - 1];
    return before && before.zone !== point.zone ? bendsBetween(before, point, at) : [];
  });
  return {
    points: seen.map(({ zone: _, ...point }) => point),
    bends: bends.filter(({ zone }) => zone !== 'allowance'),
  };
}

/** Halves the stretch until the zone changes from one hundredth of an hour to the next; a stretch can have two bends. */
function bendsBetween(before: Bend, after: Bend, at: (hoursPerWeek: number) => Bend): Bend[] {
  if (before.zone === after.zone) return [];
  const low = Math.round(before.hoursPerWeek * HUNDREDTHS);
  const high = Math.round(after.hoursPerWeek * HUNDREDTHS);
  if (high - low <= 1) return [after];
  const middle = at(Math.floor((low + high) / 2) / HUNDREDTHS);
  return [...bendsBetween(before, middle, at), ...bendsBetween(middle, after, at)];
}

import type { TravelMode } from '#domain';
import type { MatchingRules, PartId } from '#matching';

/** The integers of the rules in SQL. Whole numbers all through, so that every engine rounds alike. */

/** `shareOf` of the parts: basis points of `value` in `full`, 0 to 10,000. */
export const shareSql = (value: string, full: number): string =>
  full <= 0 ? '0' : `LEAST(10000, GREATEST(0, (${value}) * 10000 / ${full}))`;

/** Points of a part by its share: what `score.ts` gives. */
export const pointsSql = (part: PartId, share: string, { weights }: MatchingRules): string =>
  `(${weights[part]} * (${share})) / 10000`;

/** Whole metres as the crow flies (haversine), with the same operations in the same order as the domain's. */
export const metresSql = (lat: string, lon: string, otherLat: string, otherLon: string): string => {
  const radians = (degrees: string): string => `((${degrees}) * pi() / 180)`;
  const half =
    `power(sin(${radians(`${otherLat} - ${lat}`)} / 2), 2) + ` +
    `cos(${radians(lat)}) * cos(${radians(otherLat)}) * power(sin(${radians(`${otherLon} - ${lon}`)} / 2), 2)`;
  return `floor(12742000 * asin(LEAST(1, sqrt(${half}))) + 0.5)::int`;
};

/** Whole minutes from door to door by a mode. */
export const minutesSql = (metres: string, mode: TravelMode, { travel }: MatchingRules): string => {
  const { kmPerHour, waitMinutes } = travel.modes[mode];
  return `ceil((${metres} * ${travel.detourPercent * 60}::float8) / ${kmPerHour * 100_000}::float8)::int + ${waitMinutes}`;
};

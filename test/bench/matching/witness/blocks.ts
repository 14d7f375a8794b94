import type { CitizenFacts, MatchingRules } from '#matching';
import { onSphere } from '../table/places.js';
import { metresOfReach } from '../table/travel-reach.js';

const EARTH_RADIUS_METRES = 6_371_000;

export interface Block {
  citizens: readonly CitizenFacts[];
  /** On the unit sphere. */
  middle: readonly [number, number, number];
  /** Nobody of the block reaches a place whose scalar product with the middle is less. */
  leastProduct: number;
}

/** Neighbours in the order given, so many at a time. */
export function blocksOf(
  order: readonly CitizenFacts[],
  count: number,
  size: number,
  travel: MatchingRules['travel'],
): Block[] {
  return Array.from({ length: count }, (_, block) => {
    const citizens = order.slice(block * size, (block + 1) * size);
    const spots = citizens.map(({ citizen }) => onSphere(citizen.position));
    const middle = middleOf(spots);
    const angle = Math.max(
      ...spots.map((spot, at) => {
        const metres = Math.max(...metresOfReach(citizens[at]!, travel));
        return metres < 0 ? -1 : angleBetween(spot, middle) + (metres + 2) / EARTH_RADIUS_METRES;
      }),
    );
    return {
      citizens,
      middle,
      leastProduct: angle < 0 ? 2 : Math.cos(Math.min(Math.PI, angle * 1.000_001)) - 1e-14,
    };
  });
}

type Spot = readonly [number, number, number];

function middleOf(spots: readonly Spot[]): Spot {
  const sum: [number, number, number] = [0, 0, 0];
  for (const spot of spots) for (const axis of [0, 1, 2] as const) sum[axis] += spot[axis];
  const length = Math.hypot(...sum);
  return [sum[0] / length, sum[1] / length, sum[2] / length];
}

/** Radians, exact also for neighbours. */
const angleBetween = (a: Spot, b: Spot): number =>
  2 * Math.asin(Math.min(1, Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) / 2));

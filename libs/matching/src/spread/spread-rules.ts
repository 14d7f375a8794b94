/** Every number of the spread ranking. Data, so that a municipality can change it. Points are of 10,000. */
export interface SpreadRules {
  /** 0 is the raw ranking exactly; 1 gives one more person on a list the whole `newcomerPoints`. */
  strength: number;
  /** How many places a list has. */
  listLength: number;
  /** How many lists one citizen is on at most, unless there are too few citizens for that (`capFor`). */
  mostLists: number;
  /** The points it is worth, at full strength, that somebody comes onto a first list. */
  newcomerPoints: number;
  /** Nobody comes onto a list with so many points less than the last one of the raw list. */
  reachPoints: number;
}

/**
 * What a municipality starts with. A country-wide trial on the Danish employment platform found more hours where few
 * got advice and crowding when nearly all did (Altmann, Glenny, Mahlstedt, Sebald, IZA DP 15830): so there is a
 * second order beside the first, with a strength to choose. Measured figures: docs/matching.md.
 */
export const standardSpread: SpreadRules = {
  strength: 0.5,
  listLength: 5,
  mostLists: 4,
  newcomerPoints: 2000,
  reachPoints: 1000,
};

/** @throws RangeError when the numbers mean nothing. */
export function assertSpread({ strength, ...counts }: SpreadRules): void {
  if (!(strength >= 0 && strength <= 1)) throw new RangeError(`strength is from 0 to 1, not ${strength}`);
  const least = { listLength: 1, mostLists: 1, newcomerPoints: 0, reachPoints: 0 };
  for (const [name, value] of Object.entries(counts))
    if (!Number.isInteger(value) || value < least[name as keyof typeof least])
      throw new RangeError(`${name} cannot be ${value}`);
}

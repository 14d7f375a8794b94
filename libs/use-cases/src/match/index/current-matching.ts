import { MatchingIndex, rulesThatExclude, type Exclusion, type MatchingDay } from '#matching';
import type { IndexDifference, MatchingFaults, UnitOfWork } from '../../ports/index.js';
import { readAllRows, type Grain } from './index-rows.js';

/** The matching of a municipality as its rows are in the transaction that asked for it. */
export interface CurrentMatching {
  index: MatchingIndex;
  day: MatchingDay;
  /** Everybody the index answers for. */
  citizenIds: ReadonlySet<string>;
  smallJobIds: ReadonlySet<string>;
  /** What keeps all of them apart. */
  exclusion: () => Exclusion;
  /**
   * For whoever finds that a row says otherwise than the index: begins again when that can help. When it returns, the
   * answer is to be made from the rows.
   */
  distrust(difference: IndexDifference): Promise<void>;
}

/** Made from the rows that the transaction sees, and thrown away afterwards. */
export async function matchingOfRows(
  unit: UnitOfWork,
  grain: Grain,
  faults: MatchingFaults,
): Promise<CurrentMatching> {
  const { version, day, citizens, smallJobs } = await readAllRows(unit, grain);
  const index = MatchingIndex.of(citizens, smallJobs, { day });
  const smallJobIds = new Set(smallJobs.map(({ id }) => id));
  return {
    index,
    day,
    citizenIds: new Set(citizens.map(({ id }) => id)),
    smallJobIds,
    exclusion: () => rulesThatExclude(index, smallJobIds),
    distrust: async (difference) => {
      // At another version others wrote between the two readings, and neither is wrong.
      if ((await unit.matchingJournal.version()) === version) faults.report(unit.municipalityId, difference);
    },
  };
}

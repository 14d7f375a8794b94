import { MatchingIndex, rulesThatExclude, type Exclusion, type MatchingDay } from '#matching';
import type { ChangedRows, IndexRows } from './index-rows.js';

/** An id in a set, roughly: the text itself and its place. */
const BYTES_PER_ID = 120;

/** An index and which rows it answers for. */
export class HeldIndex {
  private excluded: Exclusion | null = null;

  private constructor(
    readonly index: MatchingIndex,
    readonly citizenIds: Set<string>,
    readonly smallJobIds: Set<string>,
    private at: number,
  ) {}

  static of({ version, day, citizens, smallJobs }: IndexRows): HeldIndex {
    const ids = (rows: { id: string }[]): Set<string> => new Set(rows.map(({ id }) => id));
    const index = MatchingIndex.of(citizens, smallJobs, { day });
    return new HeldIndex(index, ids(citizens), ids(smallJobs), version);
  }

  get version(): number {
    return this.at;
  }

  get day(): MatchingDay {
    return this.index.day;
  }

  get bytes(): number {
    const ids = BYTES_PER_ID * (this.citizenIds.size + this.smallJobIds.size);
    return this.index.bytes + ids;
  }

  /** Every person beside every job: kept until a row is another, for leaders look at the same figures all morning. */
  get exclusion(): Exclusion {
    return (this.excluded ??= rulesThatExclude(this.index, this.smallJobIds));
  }

  /** Nothing waits in here: nobody can ask between two of the rows. When it throws, the index is to be thrown away. */
  follow({ version, citizens, smallJobs, goneCitizenIds, goneSmallJobIds }: ChangedRows): void {
    this.excluded = null;
    const { index } = this;
    for (const citizen of citizens) index.putCitizen(citizen);
    for (const id of goneCitizenIds) index.removeCitizen(id);
    for (const job of smallJobs) index.putSmallJob(job);
    for (const id of goneSmallJobIds) index.removeSmallJob(id);
    for (const { id } of citizens) this.citizenIds.add(id);
    for (const id of goneCitizenIds) this.citizenIds.delete(id);
    for (const { id } of smallJobs) this.smallJobIds.add(id);
    for (const id of goneSmallJobIds) this.smallJobIds.delete(id);
    this.at = version;
  }
}

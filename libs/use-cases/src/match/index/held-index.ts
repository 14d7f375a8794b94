import { MatchingIndex, RankedLists, rulesThatExclude, type Exclusion, type MatchingDay } from '#matching';
import type { ChangedRows, IndexRows } from './index-rows.js';

/** An id in a set, roughly: the text itself and its place. */
const BYTES_PER_ID = 120;

/** An index and which rows it answers for; with the lists of its small jobs (stored 40, shown 20) when they are kept. */
export class HeldIndex {
  private excluded: Exclusion | null = null;

  private constructor(
    readonly index: MatchingIndex,
    readonly lists: RankedLists | null,
    readonly citizenIds: Set<string>,
    readonly smallJobIds: Set<string>,
    private at: number,
  ) {}

  static of(
    { version, day, citizens, smallJobs }: IndexRows,
    { withLists = false }: { withLists?: boolean } = {},
  ): HeldIndex {
    const ids = (rows: { id: string }[]): Set<string> => new Set(rows.map(({ id }) => id));
    const index = MatchingIndex.of(citizens, smallJobs, { day });
    const lists = withLists ? new RankedLists(index) : null;
    return new HeldIndex(index, lists, ids(citizens), ids(smallJobs), version);
  }

  get version(): number {
    return this.at;
  }

  get day(): MatchingDay {
    return this.index.day;
  }

  get bytes(): number {
    const ids = BYTES_PER_ID * (this.citizenIds.size + this.smallJobIds.size);
    return this.index.bytes + (this.lists?.bytes ?? 0) + ids;
  }

  /** Every person beside every job: kept until a row is another, for leaders look at the same figures all morning. */
  get exclusion(): Exclusion {
    return (this.excluded ??= rulesThatExclude(this.index, this.smallJobIds));
  }

  /** Nothing waits in here: nobody can ask between two of the rows. When it throws, the index is to be thrown away. */
  follow({ version, citizens, smallJobs, goneCitizenIds, goneSmallJobIds }: ChangedRows): void {
    this.excluded = null;
    const both = this.lists ?? this.index;
    for (const citizen of citizens) both.putCitizen(citizen);
    for (const id of goneCitizenIds) both.removeCitizen(id);
    for (const job of smallJobs) both.putSmallJob(job);
    for (const id of goneSmallJobIds) both.removeSmallJob(id);
    for (const { id } of citizens) this.citizenIds.add(id);
    for (const id of goneCitizenIds) this.citizenIds.delete(id);
    for (const { id } of smallJobs) this.smallJobIds.add(id);
    for (const id of goneSmallJobIds) this.smallJobIds.delete(id);
    this.at = version;
  }
}

import { MatchingIndex, RankedLists, type MatchingDay } from '#matching';
import type { ChangedRows, IndexRows } from './index-rows.js';

/** An id in a set, roughly: the text itself and its place. */
const BYTES_PER_ID = 120;

/** An index, the lists of its small jobs (stored 40, shown 20), and which rows they answer for. */
export class HeldIndex {
  private constructor(
    readonly lists: RankedLists,
    readonly citizenIds: Set<string>,
    readonly smallJobIds: Set<string>,
    private at: number,
  ) {}

  static of({ version, day, citizens, smallJobs }: IndexRows): HeldIndex {
    const ids = (rows: { id: string }[]): Set<string> => new Set(rows.map(({ id }) => id));
    const lists = new RankedLists(MatchingIndex.of(citizens, smallJobs, { day }));
    return new HeldIndex(lists, ids(citizens), ids(smallJobs), version);
  }

  get index(): MatchingIndex {
    return this.lists.index;
  }

  get version(): number {
    return this.at;
  }

  get day(): MatchingDay {
    return this.index.day;
  }

  get bytes(): number {
    return (
      this.index.bytes + this.lists.bytes + BYTES_PER_ID * (this.citizenIds.size + this.smallJobIds.size)
    );
  }

  /** Nothing waits in here: nobody can ask between two of the rows. When it throws, the index is to be thrown away. */
  follow({ version, citizens, smallJobs, goneCitizenIds, goneSmallJobIds }: ChangedRows): void {
    for (const citizen of citizens) this.lists.putCitizen(citizen);
    for (const id of goneCitizenIds) this.lists.removeCitizen(id);
    for (const job of smallJobs) this.lists.putSmallJob(job);
    for (const id of goneSmallJobIds) this.lists.removeSmallJob(id);
    for (const { id } of citizens) this.citizenIds.add(id);
    for (const id of goneCitizenIds) this.citizenIds.delete(id);
    for (const { id } of smallJobs) this.smallJobIds.add(id);
    for (const id of goneSmallJobIds) this.smallJobIds.delete(id);
    this.at = version;
  }
}

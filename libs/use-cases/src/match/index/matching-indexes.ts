import type { MatchingFaults, Transactor, UnitOfWork } from '../../ports/index.js';
import { dayOfMatching } from '../candidate-data.js';
import { matchingOfRows, type CurrentMatching } from './current-matching.js';
import { differences, type Differences } from './differences.js';
import { HeldIndex } from './held-index.js';
import { readAllRows, readChangedRows, type ChangedRows, type Grain, type IndexRows } from './index-rows.js';

export type { CurrentMatching };

export type WithMatching<R> = (unit: UnitOfWork, matching: () => Promise<CurrentMatching>) => Promise<R>;

/** How often an answer begins again while others write, before it is made from the rows of its own transaction. */
const TRIES = 5;
/** From here on reading everything is quicker than following. */
const MOST_FOLLOWED = 0.5;

export interface IndexLimits {
  mostBytes: number;
}

/** What an answer was made of: the version it was then, for the index may follow others meanwhile. */
interface Used {
  held: HeldIndex;
  version: number;
}

/** `isNew`: this answer has had the index made anew already. What is wrong again is wrong in the program. */
interface Doubts {
  isNew: boolean;
}

/** The rows have moved on from the index, or away from what was read first: the transaction is begun again. */
class Behind extends Error {
  override readonly name = 'Behind';
}

/**
 * One index per municipality and grain in the memory of a process, brought up to date from the journal before it is
 * used. It is a cache and never the truth: an answer stands only when the rows' version, read in the transaction of the
 * answer before and after, is the version of the index. So two processes at one version give one answer.
 *
 * An index is for one Copenhagen day (waiting, starts that have passed) and built anew on the next. The rules are
 * constants of the code: other rules are another process.
 */
export class MatchingIndexes {
  /** In the order of use: the first was used longest ago. */
  private readonly held = new Map<string, HeldIndex>();
  private readonly busy = new Map<string, Promise<unknown>>();

  constructor(
    private readonly transactor: Transactor,
    private readonly limits: IndexLimits,
    private readonly faults: MatchingFaults,
  ) {}

  /**
   * One transaction that may ask for the matching of its municipality. `work` is begun again when the index has to be
   * refreshed first, so like every transaction it has no effects outside. Within a larger transaction, and when others
   * write faster than an index can follow, `matching` is made from the rows the transaction itself sees, in the latter
   * case all of one moment.
   *
   * What `work` has written itself before it asks is not seen: rows that were just changed are evaluated one by one.
   */
  async inMunicipality<R>(municipalityId: string, grain: Grain, work: WithMatching<R>): Promise<R> {
    const doubts: Doubts = { isNew: false };
    for (let tries = 1; tries <= TRIES; tries += 1) {
      try {
        return await this.transactor.inMunicipality(municipalityId, (unit) =>
          this.tried(unit, grain, work, doubts),
        );
      } catch (error) {
        if (!(error instanceof Behind)) throw error;
      }
      await this.refresh(municipalityId, grain);
    }
    return this.transactor.atOneMoment(municipalityId, (unit) =>
      work(unit, () => matchingOfRows(unit, grain, this.faults)),
    );
  }

  /** Makes the index ready, so that whoever asks first does not wait. */
  async warm(municipalityId: string): Promise<void> {
    await this.refresh(municipalityId, 'exact');
  }

  /** Throws away what is held of a municipality. */
  forget(municipalityId: string): void {
    for (const grain of ['exact', 'coarse'] as const) this.held.delete(keyOf(municipalityId, grain));
  }

  get bytes(): number {
    return [...this.held.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /**
   * Compares every list of the held index with those of one that is made from the rows of the same moment. An index
   * that differs is thrown away. @returns undefined when none of today is held.
   */
  prove(municipalityId: string): Promise<Differences | undefined> {
    return this.alone(keyOf(municipalityId, 'exact'), async (key) => {
      const known = this.held.get(key);
      if (!known) return undefined;
      const { changes, all } = await this.transactor.atOneMoment(municipalityId, async (unit) => ({
        changes: await this.changesSince(unit, known, 'exact'),
        all: await readAllRows(unit, 'exact'),
      }));
      if (!changes) return undefined;
      this.follow(key, known, changes);
      const found = differences(known, HeldIndex.of(all));
      if (found.differing > 0) this.held.delete(key);
      return found;
    });
  }

  private async tried<R>(unit: UnitOfWork, grain: Grain, work: WithMatching<R>, doubts: Doubts): Promise<R> {
    if (unit.isPartOfMore) return work(unit, () => matchingOfRows(unit, grain, this.faults));
    const key = keyOf(unit.municipalityId, grain);
    let used: Used | undefined;
    const asked = async (): Promise<CurrentMatching> => {
      used ??= await this.current(unit, key);
      const { held } = used;
      const { index, day, citizenIds, smallJobIds } = held;
      const distrust = this.distrustOf(unit, key, used, doubts);
      return { index, day, citizenIds, smallJobIds, exclusion: () => held.exclusion, distrust };
    };
    // Meanwhile the index may have followed others, in the middle of this answer.
    const answer = await work(unit, asked).catch((error: unknown) => {
      throw used && used.held.version !== used.version ? new Behind() : error;
    });
    if (used && (await unit.matchingJournal.version()) !== used.version) throw new Behind();
    return answer;
  }

  private async current(unit: UnitOfWork, key: string): Promise<Used> {
    const version = await unit.matchingJournal.version();
    const { today } = await dayOfMatching(unit);
    const held = this.held.get(key);
    if (held?.version !== version || held.day.today !== today) throw new Behind();
    this.keep(key, held);
    return { held, version };
  }

  private distrustOf(
    unit: UnitOfWork,
    key: string,
    { held, version }: Used,
    doubts: Doubts,
  ): CurrentMatching['distrust'] {
    return async (difference) => {
      // Others wrote in the middle of this answer: row and index are of two moments, and neither is wrong.
      if (held.version !== version || (await unit.matchingJournal.version()) !== version) throw new Behind();
      this.faults.report(unit.municipalityId, difference);
      if (doubts.isNew) return;
      if (this.held.get(key) === held) this.held.delete(key);
      doubts.isNew = true;
      throw new Behind();
    };
  }

  /** Whoever comes while one refresh runs waits for the same. */
  private refresh(municipalityId: string, grain: Grain): Promise<unknown> {
    const key = keyOf(municipalityId, grain);
    return this.busy.get(key) ?? this.alone(key, () => this.bring(municipalityId, grain, key));
  }

  private async bring(municipalityId: string, grain: Grain, key: string): Promise<void> {
    const known = this.held.get(key);
    const read = await this.transactor.atOneMoment(municipalityId, async (unit) => {
      const changes = known && (await this.changesSince(unit, known, grain));
      return changes ? { changes } : { all: await readAllRows(unit, grain) };
    });
    if (known && read.changes) this.follow(key, known, read.changes);
    else if (read.all) this.replace(key, read.all);
  }

  /** Undefined: the day is another, the journal does not reach back, or it is more work than reading all. */
  private async changesSince(
    unit: UnitOfWork,
    known: HeldIndex,
    grain: Grain,
  ): Promise<ChangedRows | undefined> {
    const { today } = await dayOfMatching(unit);
    if (known.day.today !== today) return undefined;
    const changes = await unit.matchingJournal.changesAfter(known.version);
    if (changes === null || changes.all) return undefined;
    const named = changes.citizenIds.length + changes.smallJobIds.length + changes.companyIds.length;
    if (named > MOST_FOLLOWED * (known.citizenIds.size + known.smallJobIds.size)) return undefined;
    return readChangedRows(unit, grain, changes);
  }

  private follow(key: string, known: HeldIndex, changes: ChangedRows): void {
    try {
      known.follow(changes);
    } catch (error) {
      this.held.delete(key);
      throw error;
    }
    this.keep(key, known);
  }

  private replace(key: string, rows: IndexRows): void {
    this.held.delete(key);
    this.keep(key, HeldIndex.of(rows));
  }

  /** The newest is kept whatever its size: nothing could be answered without it. */
  private keep(key: string, held: HeldIndex): void {
    this.held.delete(key);
    this.held.set(key, held);
    for (const [oldest] of this.held) {
      if (this.held.size === 1 || this.bytes <= this.limits.mostBytes) return;
      this.held.delete(oldest);
    }
  }

  private async alone<R>(key: string, work: (key: string) => Promise<R>): Promise<R> {
    while (this.busy.has(key)) await this.busy.get(key)?.catch(() => undefined);
    const working = work(key).finally(() => this.busy.delete(key));
    this.busy.set(key, working);
    return working;
  }
}

const keyOf = (municipalityId: string, grain: Grain): string => `${municipalityId} ${grain}`;

import type { TriedJob } from '#domain';
import type { SmallJobFacts } from '../facts.js';
import type { Setting } from '../matching-day.js';
import type { Basis, Feature, Key } from '../parts/part.js';
import { pointsFor } from '../ranking/score.js';
import type { Column } from './column.js';
import type { PartOf } from './parts-plan.js';
import type { ShortLists } from './short-lists.js';

type Tally = Extract<Basis, { kind: 'tally' }>;

/** Equal for items that always count the same. */
export const itemKey = ({ sign, features }: Tally, item: TriedJob): Key =>
  `${sign(item)}\u0000${features.map((feature) => feature.item(item)).join('\u0000')}`;

/** What one feature counts for every pair of keys, worked out a job's key at a time. */
class FeatureCounts {
  /** By the number of a kind: the number of its key. */
  readonly codes: number[] = [];
  private readonly keys: Key[] = [];
  private readonly numbers = new Map<Key, number>();
  private readonly tables = new Map<Key, number[]>();

  constructor(
    private readonly feature: Feature,
    private readonly setting: Setting,
  ) {}

  addKind(item: TriedJob): void {
    const key = this.feature.item(item);
    const known = this.numbers.get(key) ?? this.keys.push(key) - 1;
    this.numbers.set(key, known);
    this.codes.push(known);
  }

  /** By the number of an item's key; complete for all that there are now. */
  table(job: SmallJobFacts): number[] {
    const key = this.feature.job(job);
    let table = this.tables.get(key);
    if (table === undefined) this.tables.set(key, (table = []));
    for (let code = table.length; code < this.keys.length; code += 1) {
      table.push(this.feature.counts(key, this.keys[code]!, this.setting));
    }
    return table;
  }
}

/** Points of a part that counts over what was tried: each distinct kind of it has its number. */
export class TallyPoints {
  private readonly none: number;
  private readonly features: readonly FeatureCounts[];
  private readonly signs: number[] = [];
  private tables: readonly number[][] = [];
  private job: SmallJobFacts | null = null;

  /** @param kinds what was tried, each distinct kind once @param list the list of a citizen that holds their numbers */
  constructor(
    readonly part: PartOf<Tally>,
    private readonly kinds: Column,
    private readonly lists: ShortLists,
    private readonly list: number,
    private readonly setting: Setting,
  ) {
    this.features = part.basis.features.map((feature) => new FeatureCounts(feature, setting));
    this.none = this.pointsFor(0);
  }

  /** The job that the following questions are about. */
  take(job: SmallJobFacts): void {
    this.job = job;
    this.tables = [];
  }

  of(citizen: number): number {
    const { lists, features } = this;
    const end = lists.endOf(citizen, this.list);
    let at = lists.beginOf(citizen, this.list);
    if (at === end) return this.none;
    if (this.tables.length === 0) this.lookUp();
    const { tables, signs } = this;
    let sum = 0;
    for (; at < end; at += 1) {
      const kind = lists.numbers[at]!;
      let counts = 0;
      for (let n = 0; n < features.length; n += 1) counts += tables[n]![features[n]!.codes[kind]!]!;
      sum += signs[kind]! * counts;
    }
    return this.pointsFor(sum);
  }

  /** Done for the first citizen who has tried something: many jobs meet none. */
  private lookUp(): void {
    const { values } = this.kinds;
    for (let kind = this.signs.length; kind < values.length; kind += 1) {
      const item = values[kind] as TriedJob;
      this.signs.push(this.part.basis.sign(item));
      for (const feature of this.features) feature.addKind(item);
    }
    this.tables = this.features.map((feature) => feature.table(this.job!));
  }

  private pointsFor(sum: number): number {
    return pointsFor(this.part.id, this.part.basis.share(sum, this.setting), this.setting.rules);
  }
}

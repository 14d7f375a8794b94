import { constraints } from '../constraints/table.js';
import type { Reasons } from '../kernel/answers.js';
import type { MatchingIndex } from '../kernel/matching-index.js';

const RULES = constraints.length;

/** How everybody stands towards all open small jobs: per citizen, by index into `ids`. */
export class Standing {
  readonly ids: readonly string[];
  /** How many of the jobs fit. */
  readonly fitting: Int32Array;
  /** The rules that say no at every job, bit n is row n of the table; nothing where there are no jobs. */
  readonly always: Uint32Array;
  /** The rules that alone say no at some job. */
  readonly alone: Uint32Array;
  /** How often each rule says no: row n of the table stands at `citizen * rules + n`. */
  private readonly often: Int32Array;
  private readonly place: ReadonlyMap<string, number>;
  /** By small job: whom one rule alone keeps out, as `citizen * rules + bit`. */
  private readonly oneRule = new Map<string, number[]>();
  /** The index names the citizens in this order. */
  private order: Int32Array | undefined;

  constructor(
    index: MatchingIndex,
    ids: readonly string[],
    readonly smallJobIds: readonly string[],
  ) {
    this.ids = ids;
    this.place = new Map(ids.map((id, at) => [id, at]));
    this.fitting = new Int32Array(ids.length);
    this.always = new Uint32Array(ids.length).fill(smallJobIds.length === 0 ? 0 : (1 << RULES) - 1);
    this.alone = new Uint32Array(ids.length);
    this.often = new Int32Array(ids.length * RULES);
    for (const id of smallJobIds) this.count(index, id);
  }

  /** The rule that says no to this citizen most often, the first of equal ones, and at how many jobs; null for none. */
  mostOften(id: string): { rule: number; smallJobs: number } | null {
    const citizen = this.at(id);
    let [rule, smallJobs] = [-1, 0];
    for (let bit = 0; bit < RULES; bit += 1) {
      const count = this.often[citizen * RULES + bit]!;
      if (count > smallJobs) [rule, smallJobs] = [bit, count];
    }
    return rule === -1 ? null : { rule, smallJobs };
  }

  fittingOf(id: string): number {
    return this.fitting[this.at(id)]!;
  }

  /** Those without any job that fits, whom this rule alone keeps out of this one. */
  keptOutAlone(smallJobId: string, rule: number): string[] {
    return (this.oneRule.get(smallJobId) ?? [])
      .filter((kept) => kept % RULES === rule && this.fitting[Math.floor(kept / RULES)] === 0)
      .map((kept) => this.ids[Math.floor(kept / RULES)]!);
  }

  private at(id: string): number {
    const citizen = this.place.get(id);
    if (citizen === undefined) throw new RangeError(`no citizen ${id} among those counted`);
    return citizen;
  }

  private count(index: MatchingIndex, smallJobId: string): void {
    const reasons = index.reasonsForAll(smallJobId);
    const citizenAt = this.citizensOf(reasons);
    const kept: number[] = [];
    reasons.masks.forEach((mask, at) => {
      const citizen = citizenAt[at]!;
      if (citizen === NOT_COUNTED) return;
      this.always[citizen]! &= mask;
      if (mask === 0) this.fitting[citizen]! += 1;
      for (let rest = mask; rest !== 0; rest &= rest - 1) this.often[citizen * RULES + lowestBit(rest)]! += 1;
      if (mask !== 0 && (mask & (mask - 1)) === 0) {
        this.alone[citizen]! |= mask;
        kept.push(citizen * RULES + lowestBit(mask));
      }
    });
    if (kept.length > 0) this.oneRule.set(smallJobId, kept);
  }

  /** Nobody edits the index in between, so it names the citizens in one order at every job. */
  private citizensOf({ masks, idOf }: Reasons): Int32Array {
    this.order ??= Int32Array.from(masks, (_, at) => this.place.get(idOf(at)) ?? NOT_COUNTED);
    return this.order;
  }
}

const NOT_COUNTED = -1;
const lowestBit = (mask: number): number => 31 - Math.clz32(mask & -mask);

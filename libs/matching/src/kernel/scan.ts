import { WORD } from './bit-rows.js';
import type { Citizens } from './citizens.js';
import type { RowOfColumn } from './column.js';
import { mutual, plainRules } from './plan.js';
import type { Records } from './records.js';
import type { SmallJobs } from './small-jobs.js';
import { CELLS } from './week-patterns.js';
import { ZONE } from './zones.js';

const WORDS_OF_ZONE = ZONE / WORD;

/**
 * Finds, for one slot of either side, those of the other side that no plain rule excludes and that may be near
 * enough: the bits of 32 slots are taken together, the most selective row first, and zones that are out of reach are
 * never read. Agreed hours, the exact windows and the exact way are left to `PairNumbers`.
 */
export class Scan {
  /** The slots that the last scan found. */
  found = new Int32Array(256);
  /** Rows to take in and rows to leave out, as offsets into the words. */
  private readonly need: number[] = [];
  private readonly spare: number[] = [];
  private readonly barred = new Set<number>();

  constructor(
    private readonly citizens: Citizens,
    private readonly jobs: SmallJobs,
  ) {}

  /** Citizens for a job. @returns how many of `found` are theirs */
  citizensFor(job: number): number {
    const { records } = this.citizens;
    const facts = this.jobs.facts[job]!;
    this.takeRows(records, this.rowsFor(job));
    for (const cell of this.jobs.cells[job]!) this.take(records, this.citizens.cellRow(cell));
    this.spare.length = 0;
    const { id, ruledOut } = mutual.job(facts);
    this.bar(this.citizens.noTo.of(id));
    for (const citizen of ruledOut) {
      const slot = records.slots.find(citizen);
      if (slot >= 0) this.barred.add(slot);
    }
    return this.walk(records, records.zones.near(facts.job.workplace.position, -1, records.slots.end));
  }

  /** The rows of the plain rules, the most selective first; found once for a job and used until one is dropped. */
  rowsFor(job: number): RowOfColumn[] {
    const { records } = this.citizens;
    records.beginQuestion();
    const known = this.jobs.rows[job];
    if (known?.every(({ at }) => at >= 0)) {
      for (const row of known) records.touch(row);
      return known;
    }
    const rows = this.jobs.terms[job]!.map(({ rule, key, holds }) =>
      records.row(this.citizens.ruleColumn(rule), key, holds),
    );
    rows.sort((a, b) => records.rows.counts[a.at]! - records.rows.counts[b.at]!);
    return (this.jobs.rows[job] = rows);
  }

  /** Small jobs for a citizen, whom companies know by the id. @returns how many of `found` are theirs */
  jobsFor(citizen: number, id: string): number {
    const { records } = this.jobs;
    const { codes, width } = this.citizens.records;
    records.beginQuestion();
    const rows: RowOfColumn[] = [];
    for (let rule = 0; rule < plainRules.length; rule += 1) {
      const column = this.citizens.ruleColumn(rule);
      const terms = this.citizens.termsOf(rule, codes[citizen * width + column.at]!);
      for (const { key, holds } of terms) rows.push(records.row(this.jobs.ruleColumn(rule), key, holds));
    }
    this.takeRows(records, rows);
    this.spare.length = 0;
    const pattern = this.citizens.windows[citizen]!;
    for (let cell = 0; cell < CELLS; cell += 1) {
      const row = this.jobs.cellRow(cell);
      if (row >= 0 && records.rows.counts[row]! > 0 && !this.citizens.free.touches(pattern, cell)) {
        this.spare.push(row * records.rows.stride);
      }
    }
    this.bar(this.jobs.noTo.of(id));
    this.barCompanies(citizen);
    const position = { lat: this.citizens.records.lat[citizen]!, lon: this.citizens.records.lon[citizen]! };
    const reach = this.citizens.reach.farthest[codes[citizen * width + this.citizens.reachAt]!]!;
    return this.walk(records, records.zones.near(position, reach, records.slots.end));
  }

  private barCompanies(citizen: number): void {
    for (const company of this.citizens.noTo.idsNamedBy(citizen)) this.bar(this.jobs.ofCompany.of(company));
  }

  private bar(slots: Iterable<number> | undefined): void {
    for (const slot of slots ?? []) this.barred.add(slot);
  }

  private takeRows(records: Records, rows: readonly RowOfColumn[]): void {
    this.need.length = 0;
    this.need.push(records.present * records.rows.stride);
    for (const { at } of rows) this.take(records, at);
    // Whoever is in a row is present.
    if (this.need.length > 1) this.need.shift();
  }

  /** Rows that everybody is in are not asked. */
  private take({ rows, slots }: Records, row: number): void {
    if (rows.counts[row]! < slots.size) this.need.push(row * rows.stride);
  }

  private walk(records: Records, zones: number): number {
    const { words } = records.rows;
    const { need, spare, barred } = this;
    const found = this.room(zones * ZONE);
    const near = records.zones.found;
    let count = 0;
    for (let n = 0; n < zones; n += 1) {
      const at = near[n]! * WORDS_OF_ZONE;
      let low = words[need[0]! + at]!;
      let high = words[need[0]! + at + 1]!;
      for (let k = 1; k < need.length && (low | high) !== 0; k += 1) {
        low &= words[need[k]! + at]!;
        high &= words[need[k]! + at + 1]!;
      }
      for (let k = 0; k < spare.length && (low | high) !== 0; k += 1) {
        low &= ~words[spare[k]! + at]!;
        high &= ~words[spare[k]! + at + 1]!;
      }
      const first = at * WORD;
      for (; low !== 0; low &= low - 1) found[count++] = first + 31 - Math.clz32(low & -low);
      for (; high !== 0; high &= high - 1) found[count++] = first + WORD + 31 - Math.clz32(high & -high);
    }
    if (barred.size === 0) return count;
    let kept = 0;
    for (let n = 0; n < count; n += 1) if (!barred.has(found[n]!)) found[kept++] = found[n]!;
    barred.clear();
    return kept;
  }

  private room(slots: number): Int32Array {
    if (this.found.length < slots) this.found = new Int32Array(Math.ceil(slots * 1.25));
    return this.found;
  }
}

import type { Position } from '#domain';
import { WORD } from './bit-rows.js';
import type { Asked, Citizens } from './citizens.js';
import type { RowOfColumn } from './column.js';
import { AT_LEAST, DistanceFrom } from './distance.js';
import { plainRules } from './rules-plan.js';
import type { Records } from './records.js';
import type { SmallJobs } from './small-jobs.js';
import { CELLS } from './week-patterns.js';
import { ZONE } from './zones.js';

const WORDS_OF_ZONE = ZONE / WORD;
const NOBODY: readonly number[] = [];

/**
 * Finds, for one slot of either side, those of the other side that no plain rule excludes and that may be near
 * enough: the bits of 32 slots are taken together, the most selective row first, and zones that are out of reach are
 * never read. Agreed hours, the exact windows and the exact way are left to `PairNumbers`.
 */
export class Scan {
  /** The slots that the last scan found. */
  found = new Int32Array(256);
  /** Rows to take in and rows to leave out, as offsets into the words. */
  private readonly need = new Offsets();
  private readonly spare = new Offsets();
  private readonly distance = new DistanceFrom();
  private readonly freeCells = new Uint8Array(CELLS);

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
    this.spare.count = 0;
    const place = facts.job.workplace.position;
    const zones = records.zones.near(place, -1, records.slots.end);
    return this.withoutNoToJob(this.withoutFar(this.walk(records, zones), place), job);
  }

  /** The rows of the plain rules, the most selective first; found once for a job and used until one is dropped. */
  rowsFor(job: number): RowOfColumn[] {
    const { records } = this.citizens;
    records.beginQuestion();
    const known = this.jobs.rows[job];
    if (known !== undefined && this.jobs.rowsMadeAt[job] === this.citizens.ruleValues && isKept(known)) {
      for (const row of known) records.touch(row);
      return known;
    }
    const rows = this.jobs.terms[job]!.map((term) => records.row(this.citizens.ruleColumn(term.rule), term));
    this.jobs.rowsMadeAt[job] = this.citizens.ruleValues;
    rows.sort((a, b) => records.rows.counts[a.at]! - records.rows.counts[b.at]!);
    return (this.jobs.rows[job] = rows);
  }

  /** Small jobs for a citizen, whom companies know by the id. @returns how many of `found` are theirs */
  jobsFor(citizen: number, id: string): number {
    const { records } = this.jobs;
    records.beginQuestion();
    this.need.count = 0;
    for (let rule = 0; rule < plainRules.length; rule += 1) {
      const asked = this.citizens.askedBy(rule, this.citizens.ruleColumn(rule).codes[citizen]!);
      for (const row of this.answersOf(asked, rule)) this.take(records, row.at);
    }
    this.spare.count = 0;
    this.citizens.free.markCells(this.citizens.freeCodes.codes[citizen]!, this.freeCells);
    const { counts, stride } = records.rows;
    this.jobs.orderCells();
    for (const cell of this.jobs.cellsUsed) {
      const row = this.jobs.cellRow(cell);
      if (this.freeCells[cell] === 0 && counts[row]! > 0) this.spare.add(row * stride);
    }
    const { places } = this.citizens.records;
    const position = { lat: places.lat(citizen), lon: places.lon(citizen) };
    const reach = this.citizens.reach.farthest[this.citizens.reachColumn.codes[citizen]!]!;
    return this.withoutNoToCitizen(
      this.walk(records, records.zones.near(position, reach, records.slots.end)),
      citizen,
      id,
    );
  }

  /** The rows of the jobs' side; found once for a value and used until one is dropped or may be another. */
  private answersOf(asked: Asked, rule: number): RowOfColumn[] {
    const { records } = this.jobs;
    if (asked.madeAt === this.jobs.ruleValues && isKept(asked.rows)) {
      for (const row of asked.rows) records.touch(row);
      return asked.rows;
    }
    asked.madeAt = this.jobs.ruleValues;
    return (asked.rows = asked.terms.map((term) => records.row(this.jobs.ruleColumn(rule), term)));
  }

  /** Leaves out most of those who do not reach so far: a look at the map is cheaper than their points. */
  private withoutFar(count: number, place: Position): number {
    const { found, distance } = this;
    const { records, reach, reachColumn } = this.citizens;
    const { places } = records;
    const { codes } = reachColumn;
    const { surelyOut } = reach;
    distance.from(place);
    let kept = 0;
    for (let n = 0; n < count; n += 1) {
      const slot = found[n]!;
      const rough = distance.roughTo(places.roughLat(slot), places.roughLon(slot));
      if (rough * AT_LEAST > surelyOut[codes[slot]!]!) continue;
      found[kept++] = slot;
    }
    return kept;
  }

  /** Leaves out those who name the job's company, and those whom the company has ruled out. */
  private withoutNoToJob(count: number, job: number): number {
    const { records, withNames } = this.citizens;
    const known = this.jobs.known[job]!;
    const ruledOut = this.jobs.ruledOut[job]!;
    if (records.rows.counts[withNames] === 0 && ruledOut.length === 0) return count;
    const barred = ruledOut.length === 0 ? NOBODY : ruledOut.map((id) => records.slots.find(id));
    const { found } = this;
    let kept = 0;
    for (let n = 0; n < count; n += 1) {
      const slot = found[n]!;
      if (records.rows.has(withNames, slot) && this.isNamed(slot, known)) continue;
      if (barred.length > 0 && barred.includes(slot)) continue;
      found[kept++] = slot;
    }
    return kept;
  }

  private withoutNoToCitizen(count: number, citizen: number, id: string): number {
    const { found } = this;
    const names = this.citizens.records.rows.has(this.citizens.withNames, citizen);
    let kept = 0;
    for (let n = 0; n < count; n += 1) {
      const job = found[n]!;
      if (names && this.isNamed(citizen, this.jobs.known[job]!)) continue;
      const ruledOut = this.jobs.ruledOut[job]!;
      if (ruledOut.length > 0 && ruledOut.includes(id)) continue;
      found[kept++] = job;
    }
    return kept;
  }

  private isNamed(citizen: number, known: readonly (readonly number[])[]): boolean {
    for (let rule = 0; rule < known.length; rule += 1) {
      if (this.citizens.names(citizen, rule, known[rule]!)) return true;
    }
    return false;
  }

  private takeRows(records: Records, rows: readonly RowOfColumn[]): void {
    this.need.count = 0;
    for (let n = 0; n < rows.length; n += 1) this.take(records, rows[n]!.at);
  }

  /** Rows that everybody is in are not asked. */
  private take({ rows, slots }: Records, row: number): void {
    if (rows.counts[row]! < slots.size) this.need.add(row * rows.stride);
  }

  private walk(records: Records, zones: number): number {
    const { words, stride } = records.rows;
    // Whoever is in a row is present; without a row everybody is asked for.
    if (this.need.count === 0) this.need.add(records.present * stride);
    const { at: need, count: needed } = this.need;
    const { at: spare, count: spared } = this.spare;
    const found = this.room(zones * ZONE);
    const near = records.zones.found;
    const first = need[0]!;
    let count = 0;
    for (let n = 0; n < zones; n += 1) {
      const at = near[n]! * WORDS_OF_ZONE;
      let low = words[first + at]!;
      let high = words[first + at + 1]!;
      for (let k = 1; k < needed && (low | high) !== 0; k += 1) {
        const row = need[k]! + at;
        low &= words[row]!;
        high &= words[row + 1]!;
      }
      for (let k = 0; k < spared && (low | high) !== 0; k += 1) {
        const row = spare[k]! + at;
        low &= ~words[row]!;
        high &= ~words[row + 1]!;
      }
      const slot = at * WORD;
      for (; low !== 0; low &= low - 1) found[count++] = slot + 31 - Math.clz32(low & -low);
      for (; high !== 0; high &= high - 1) found[count++] = slot + WORD + 31 - Math.clz32(high & -high);
    }
    return count;
  }

  private room(slots: number): Int32Array {
    if (this.found.length < slots) this.found = new Int32Array(Math.ceil(slots * 1.25));
    return this.found;
  }
}

/** Where rows begin among the words; small numbers of the machine, since they are read for every zone. */
class Offsets {
  at = new Int32Array(64);
  count = 0;

  add(offset: number): void {
    if (this.count === this.at.length) {
      const longer = new Int32Array(2 * this.count);
      longer.set(this.at);
      this.at = longer;
    }
    this.at[this.count++] = offset;
  }
}

/** Whether no row has been dropped since. */
function isKept(rows: readonly RowOfColumn[]): boolean {
  for (let n = 0; n < rows.length; n += 1) if (rows[n]!.at < 0) return false;
  return true;
}

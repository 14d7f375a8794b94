import type { PlainValue } from '../constraints/comparison.js';
import { WORD } from './bit-rows.js';
import type { Citizens } from './citizens.js';
import type { RowOfColumn } from './column.js';
import { MaskTurn } from './mask-turn.js';
import type { PairNumbers } from './pair-numbers.js';
import { APART, INSIDE, MUTUAL, plainRules, REACH, ruleHolds, sparseRules } from './rules-plan.js';
import type { Scan } from './scan.js';
import type { SmallJobs } from './small-jobs.js';
import type { Shifts } from './week-patterns.js';
import { ZONE } from './zones.js';

const WORDS_OF_ZONE = ZONE / WORD;

/** Failing rules of every slot beside one job: bit n is row n of the table of constraints. Absent slots have none. */
export function failingMasks(
  citizens: Citizens,
  jobs: SmallJobs,
  scan: Scan,
  numbers: PairNumbers,
  job: number,
): Uint32Array {
  const { records } = citizens;
  const { rows, slots, present } = records;
  const asked = scan.rowsFor(job).filter(({ at }) => rows.counts[at]! < slots.size);
  const ruleOf = (row: RowOfColumn): number => plainRules[row.column.at]!.row;
  const rules = [...new Set([...asked.map(ruleOf), REACH, INSIDE, APART])].sort((a, b) => a - b);
  const turn = new MaskTurn(rules);
  const failing = turn.words;
  const firsts = Int32Array.from(asked, ({ at }) => at * rows.stride);
  const places = Int32Array.from(asked, (row) => rules.indexOf(ruleOf(row)));
  const [reach, inside, apart] = [REACH, INSIDE, APART].map((rule) => rules.indexOf(rule)) as [
    number,
    number,
    number,
  ];
  const masks = new Int32Array(Math.ceil(slots.end / ZONE) * ZONE);
  const week = new WeekOf(citizens, jobs, job);
  const place = jobs.facts[job]!.job.workplace.position;
  const cosine = Math.cos((place.lat * Math.PI) / 180);
  numbers.take(job);
  let reached: -1 | 0 | 1 = 0;
  for (let word = 0; word * WORD < slots.end; word += 1) {
    const here = rows.words[present * rows.stride + word]!;
    failing.fill(0);
    for (let n = 0; n < firsts.length; n += 1) {
      const at = places[n]!;
      failing[at] = failing[at]! | (here & ~rows.words[firsts[n]! + word]!);
    }
    if (word % WORDS_OF_ZONE === 0) reached = records.zones.reaches(word / WORDS_OF_ZONE, place, cosine);
    failing[reach] = reached === 1 ? 0 : reached === -1 ? here : numbers.outOfReach(word * WORD, here);
    failing[inside] = week.outside(word, here);
    failing[apart] = week.overlapping(word);
    turn.write(masks, word * WORD);
  }
  markNamed(citizens, jobs, job, masks);
  return new Uint32Array(masks.buffer);
}

/** The week of one job beside those of many citizens, 32 at a time. */
class WeekOf {
  private readonly shifts: Shifts;
  /** Rows of the cells that the job cannot do without. */
  private readonly cells: Int32Array;
  private readonly agreed: number;
  /** By pattern of free time, and of agreed hours: 1 when the job fits it, -1 when not, 0 while nobody has asked. */
  private readonly verdicts: Int8Array;
  private readonly clear: Int8Array;

  constructor(
    private readonly citizens: Citizens,
    jobs: SmallJobs,
    job: number,
  ) {
    const { stride } = citizens.records.rows;
    this.shifts = jobs.shifts[job]!;
    this.cells = Int32Array.from(jobs.cells[job]!, (cell) => citizens.cellRow(cell) * stride);
    this.agreed = citizens.withAgreed * stride;
    this.verdicts = new Int8Array(citizens.free.size);
    this.clear = new Int8Array(citizens.agreed.size);
  }

  /** Which of those who are here cannot do the shifts within their windows. */
  outside(word: number, here: number): number {
    const { words } = this.citizens.records.rows;
    const { free, freeCodes } = this.citizens;
    const { cells, verdicts, shifts } = this;
    const { codes } = freeCodes;
    let inside = here;
    for (let n = 0; n < cells.length; n += 1) inside &= words[cells[n]! + word]!;
    for (let left = inside; left !== 0; left &= left - 1) {
      const bit = 31 - Math.clz32(left & -left);
      const pattern = codes[word * WORD + bit]!;
      if (verdicts[pattern] === 0) verdicts[pattern] = free.slack(pattern, shifts) < 0 ? -1 : 1;
      if (verdicts[pattern]! < 0) inside ^= 1 << bit;
    }
    return here & ~inside;
  }

  /** Who has hours agreed elsewhere at the same time. */
  overlapping(word: number): number {
    const { agreed, agreedCodes, records } = this.citizens;
    const { clear } = this;
    let bits = 0;
    for (let left = records.rows.words[this.agreed + word]!; left !== 0; left &= left - 1) {
      const bit = 31 - Math.clz32(left & -left);
      const pattern = agreedCodes.codes[word * WORD + bit]!;
      if (clear[pattern] === 0) clear[pattern] = agreed.isClear(pattern, this.shifts) ? 1 : -1;
      if (clear[pattern]! < 0) bits |= 1 << bit;
    }
    return bits;
  }
}

/** Adds the rules under which a citizen names the job's company, or the company the citizen: few do. */
function markNamed(citizens: Citizens, jobs: SmallJobs, job: number, masks: Int32Array): void {
  const { rows, slots } = citizens.records;
  const known = jobs.known[job]!;
  const named = citizens.withNames * rows.stride;
  for (let word = 0; word * WORD < slots.end; word += 1) {
    for (let left = rows.words[named + word]!; left !== 0; left &= left - 1) {
      const slot = word * WORD + 31 - Math.clz32(left & -left);
      masks[slot] = masks[slot]! | namedBits(citizens, slot, known);
    }
  }
  for (const id of jobs.ruledOut[job]!) {
    const slot = slots.find(id);
    if (slot >= 0) masks[slot] = masks[slot]! | (1 << MUTUAL);
  }
}

/** The sparse rules under which the citizen names the job. */
function namedBits(citizens: Citizens, slot: number, known: readonly (readonly number[])[]): number {
  let bits = 0;
  for (let rule = 0; rule < known.length; rule += 1) {
    if (citizens.names(slot, rule, known[rule]!)) bits |= 1 << sparseRules[rule]!.row;
  }
  return bits;
}

/** Failing rules of one pair. */
export function failingMask(
  citizens: Citizens,
  jobs: SmallJobs,
  numbers: PairNumbers,
  job: number,
  citizen: number,
): number {
  const { records } = citizens;
  const facts = jobs.facts[job]!;
  let mask = 0;
  plainRules.forEach((rule, at) => {
    const column = citizens.ruleColumn(at);
    const own = column.values[column.codes[citizen]!] as PlainValue;
    if (!ruleHolds(rule, rule.job(facts), own)) mask |= 1 << rule.row;
  });
  numbers.take(job);
  if (!numbers.isReached(citizen)) mask |= 1 << REACH;
  const shifts = jobs.shifts[job]!;
  if (citizens.free.slack(citizens.freeCodes.codes[citizen]!, shifts) < 0) mask |= 1 << INSIDE;
  if (!citizens.agreed.isClear(citizens.agreedCodes.codes[citizen]!, shifts)) mask |= 1 << APART;
  mask |= namedBits(citizens, citizen, jobs.known[job]!);
  return jobs.ruledOut[job]!.includes(records.slots.idOf(citizen)) ? mask | (1 << MUTUAL) : mask;
}

import type { PlainValue } from '../constraints/comparison.js';
import { WORD } from './bit-rows.js';
import { ZONE } from './zones.js';
import type { Citizens } from './citizens.js';
import type { PairNumbers } from './pair-numbers.js';
import {
  APART,
  INSIDE,
  MUTUAL,
  plainRules,
  REACH,
  ruledOutBy,
  ruleHolds,
  sparseRules,
} from './rules-plan.js';
import type { Scan } from './scan.js';
import type { SmallJobs } from './small-jobs.js';

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
  const facts = jobs.facts[job]!;
  const masks = new Uint32Array(Math.ceil(slots.end / ZONE) * ZONE);
  const everybody = present * rows.stride;
  const words = (slots.end + WORD - 1) >>> 5;
  for (const { at, column } of scan.rowsFor(job)) {
    if (rows.counts[at] === slots.size) continue;
    const bit = 1 << plainRules[column.at]!.row;
    const first = at * rows.stride;
    for (let word = 0; word < words; word += 1) {
      mark(masks, word, rows.words[everybody + word]! & ~rows.words[first + word]!, bit);
    }
  }
  numbers.take(job);
  const shifts = jobs.shifts[job]!;
  const cells = jobs.cells[job]!.map((cell) => citizens.cellRow(cell) * rows.stride);
  const verdicts = new Int8Array(citizens.free.size);
  const agreedRow = citizens.withAgreed * rows.stride;
  for (let word = 0; word < words; word += 1) {
    const here = rows.words[everybody + word]!;
    let free = here;
    for (let n = 0; n < cells.length; n += 1) free &= rows.words[cells[n]! + word]!;
    mark(masks, word, here & ~free, 1 << INSIDE);
    for (let left = free; left !== 0; left &= left - 1) {
      const slot = word * WORD + 31 - Math.clz32(left & -left);
      const pattern = citizens.freeCodes.codes[slot]!;
      if (verdicts[pattern] === 0) verdicts[pattern] = citizens.free.slack(pattern, shifts) < 0 ? -1 : 1;
      if (verdicts[pattern]! < 0) masks[slot] = masks[slot]! | (1 << INSIDE);
    }
    for (let left = rows.words[agreedRow + word]!; left !== 0; left &= left - 1) {
      const slot = word * WORD + 31 - Math.clz32(left & -left);
      const agreed = citizens.agreedCodes.codes[slot]!;
      if (!citizens.agreed.isClear(agreed, shifts)) masks[slot] = masks[slot]! | (1 << APART);
    }
  }
  const place = facts.job.workplace.position;
  const cosine = Math.cos((place.lat * Math.PI) / 180);
  for (let zone = 0; zone * ZONE < slots.end; zone += 1) {
    const reached = records.zones.reaches(zone, place, cosine);
    if (reached === 1) continue;
    for (let word = 2 * zone; word < 2 * zone + 2; word += 1) {
      let far = rows.words[everybody + word]!;
      if (reached === 0) {
        for (let left = far; left !== 0; left &= left - 1) {
          const bit = 31 - Math.clz32(left & -left);
          if (numbers.isReached(word * WORD + bit)) far ^= 1 << bit;
        }
      }
      mark(masks, word, far, 1 << REACH);
    }
  }
  const known = jobs.known[job]!;
  const named = citizens.withNames * rows.stride;
  for (let word = 0; word < words; word += 1) {
    for (let left = rows.words[named + word]!; left !== 0; left &= left - 1) {
      const slot = word * WORD + 31 - Math.clz32(left & -left);
      masks[slot] = masks[slot]! | namedBits(citizens, slot, known);
    }
  }
  for (const id of ruledOutBy(facts)) {
    const slot = slots.find(id);
    if (slot >= 0) masks[slot] = masks[slot]! | (1 << MUTUAL);
  }
  return masks;
}

/** The sparse rules under which the citizen names the job. */
function namedBits(citizens: Citizens, slot: number, known: readonly (readonly number[])[]): number {
  let bits = 0;
  for (let rule = 0; rule < known.length; rule += 1) {
    if (citizens.names(slot, rule, known[rule]!)) bits |= 1 << sparseRules[rule]!.row;
  }
  return bits;
}

/** Sets a rule's bit in the masks of the slots whose bit stands in the word. */
function mark(masks: Uint32Array, word: number, failing: number, bit: number): void {
  const first = word * WORD;
  for (let left = failing; left !== 0; left &= left - 1) {
    const slot = first + 31 - Math.clz32(left & -left);
    masks[slot] = masks[slot]! | bit;
  }
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
  return ruledOutBy(facts).includes(records.slots.idOf(citizen)) ? mask | (1 << MUTUAL) : mask;
}

import type { PairsWithWaiting } from '../kernel/answers.js';
import { rawRows, type RawRows } from './raw-rows.js';
import { Spread } from './spread.js';
import type { SpreadRules } from './spread-rules.js';

/** How the first places of all lists fall on the citizens. */
export interface Coverage {
  strength: number;
  listLength: number;
  /** Citizens who fit at least one small job. */
  eligible: number;
  /** Of them, those on at least one list. */
  shown: number;
  /** `shown` of `eligible`, 0..1. */
  coverage: number;
  /** Places on all lists together. */
  places: number;
  /** The most lists that one citizen is on. */
  mostLists: number;
  /** 0 when all the eligible are on equally many lists, towards 1 when one is on all. */
  gini: number;
  /** Mean score of the places, 0..100. */
  meanPoints: number;
  /** Points (of 100): mean score of the raw lists' places less that of these. */
  pointsLost: number;
  /** The same against raw lists cut to the length of these: where places stay empty, this is the stricter figure. */
  pointsLostSameLength: number;
}

export function coverageOf(spread: Spread): Coverage {
  const { rows, rules } = spread;
  const lists = new Int32Array(rows.citizenIds.length);
  const [raw, cut, here] = [new Mean(), new Mean(), new Mean()];
  for (let row = 0; row + 1 < rows.from.length; row += 1) {
    const [start, end] = [rows.from[row]!, rows.from[row + 1]!];
    const list = spread.listOf(row);
    for (const at of list) {
      lists[rows.citizen[at]!]! += 1;
      here.add(rows.score[at]!);
    }
    for (let at = start; at < Math.min(start + rules.listLength, end); at += 1) {
      raw.add(rows.score[at]!);
      if (at < start + list.length) cut.add(rows.score[at]!);
    }
  }
  const shown = lists.reduce((count, each) => count + (each > 0 ? 1 : 0), 0);
  return {
    strength: rules.strength,
    listLength: rules.listLength,
    eligible: rows.eligible,
    shown,
    coverage: rows.eligible === 0 ? 0 : shown / rows.eligible,
    places: here.count,
    mostLists: lists.reduce((most, each) => Math.max(most, each), 0),
    gini: gini(lists, rows.eligible),
    meanPoints: here.points,
    pointsLost: raw.points - here.points,
    pointsLostSameLength: cut.points - here.points,
  };
}

/** A mean of scores in points of 100; 0 of nothing. */
class Mean {
  count = 0;
  private sum = 0;

  add(score: number): void {
    this.count += 1;
    this.sum += score;
  }
  get points(): number {
    return this.count === 0 ? 0 : this.sum / this.count / 100;
  }
}

/** Raw beside each strength, in the order asked. */
export function coverageAt(rows: RawRows, rules: SpreadRules, strengths: readonly number[]): Coverage[] {
  return strengths.map((strength) => coverageOf(Spread.over(rows, { ...rules, strength })));
}

/** Before and after in one call, for the benchmark: what goal 9 asks of a municipality. */
export function spreadReport(
  pairs: PairsWithWaiting,
  rules: SpreadRules,
): { raw: Coverage; spread: Coverage } {
  const [raw, spread] = coverageAt(rawRows(pairs), rules, [0, rules.strength]);
  return { raw: raw!, spread: spread! };
}

/** Gini of the exposure among the eligible; those who are not eligible are on no list and are not counted. */
function gini(lists: Int32Array, eligible: number): number {
  const sorted = lists
    .slice()
    .sort()
    .subarray(lists.length - eligible);
  const total = sorted.reduce((sum, each) => sum + each, 0);
  if (total === 0) return 0;
  let weighted = 0;
  sorted.forEach((each, at) => (weighted += (2 * (at + 1) - eligible - 1) * each));
  return weighted / (eligible * total);
}

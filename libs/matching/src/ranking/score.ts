import type { Pair } from '../facts.js';
import type { SubScore } from '../parts/part.js';
import { parts } from '../parts/table.js';
import type { MatchingRules, PartId } from '../rules.js';

export interface ScoredPart {
  part: PartId;
  points: number;
  max: number;
  /** Danish, one line, fit to be shown to the citizen. */
  text: string;
}

export interface Score {
  /** 0..10,000: exactly the sum of the parts' points. */
  score: number;
  /** 0..10,000: the points of its parts of the most they could give. Shown as *ønsker*. */
  wants: number;
  /** As `wants`; shown as *kan lade sig gøre*. */
  canGet: number;
  parts: ScoredPart[];
}

/** Whole points of a part's share. */
export const pointsFor = (part: PartId, share: number, { weights }: MatchingRules): number =>
  Math.floor((weights[part] * share) / 10_000);

const pointsOf = (pair: Pair, at: number): number => {
  const part = parts[at]!;
  return pointsFor(part.id, part.share(pair), pair.setting.rules);
};

/** The score alone: all the order needs. */
export function totalPoints(pair: Pair): number {
  let sum = 0;
  for (let at = 0; at < parts.length; at += 1) sum += pointsOf(pair, at);
  return sum;
}

/** The score with its reasons. */
export function scoreOf(pair: Pair): Score {
  const { weights } = pair.setting.rules;
  const points = parts.map((_, at) => pointsOf(pair, at));
  return {
    ...new Sums(weights).of(points),
    parts: parts.map((part, at) => ({
      part: part.id,
      points: points[at]!,
      max: weights[part.id],
      text: part.text(pair),
    })),
  };
}

/** Score and sub-scores from the points of all parts, in the order of the table. */
export class Sums {
  private readonly wanted = parts.map(({ sub }) => sub === 'wants');
  private readonly mostWants: number;
  private readonly mostCanGet: number;

  constructor(weights: MatchingRules['weights']) {
    const most = (of: SubScore): number =>
      parts.reduce((sum, { id, sub }) => sum + (sub === of ? weights[id] : 0), 0);
    this.mostWants = most('wants');
    this.mostCanGet = most('canGet');
  }

  of(points: readonly number[]): Pick<Score, 'score' | 'wants' | 'canGet'> {
    let wants = 0;
    let canGet = 0;
    for (let at = 0; at < points.length; at += 1) {
      if (this.wanted[at]!) wants += points[at]!;
      else canGet += points[at]!;
    }
    return {
      score: wants + canGet,
      wants: subScore(wants, this.mostWants),
      canGet: subScore(canGet, this.mostCanGet),
    };
  }
}

const subScore = (points: number, most: number): number =>
  most === 0 ? 0 : Math.floor((points * 10_000) / most);

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

const pointsOf = (pair: Pair, at: number): number => {
  const part = parts[at]!;
  return Math.floor((pair.setting.rules.weights[part.id] * part.share(pair)) / 10_000);
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
    ...sumsOf(points, weights),
    parts: parts.map((part, at) => ({
      part: part.id,
      points: points[at]!,
      max: weights[part.id],
      text: part.text(pair),
    })),
  };
}

/** Score and sub-scores from the points of all parts, in the order of the table. */
export const sumsOf = (
  points: readonly number[],
  weights: MatchingRules['weights'],
): Pick<Score, 'score' | 'wants' | 'canGet'> => ({
  score: points.reduce((sum, each) => sum + each, 0),
  wants: subScore('wants', points, weights),
  canGet: subScore('canGet', points, weights),
});

function subScore(sub: SubScore, points: readonly number[], weights: MatchingRules['weights']): number {
  let sum = 0;
  let most = 0;
  parts.forEach((part, at) => {
    if (part.sub !== sub) return;
    sum += points[at]!;
    most += weights[part.id];
  });
  return most === 0 ? 0 : Math.floor((sum * 10_000) / most);
}

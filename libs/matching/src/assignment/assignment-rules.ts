import { digest } from '../rule-version.js';

/** Every number of the assignment of all openings. Data, so that a municipality can change it; part of its version. */
export interface AssignmentRules {
  /** What waiting is worth beside the score, in its points. */
  waitingBonus: {
    /** For everybody: a seat that is filled is worth something even where the score is 0. At least 1. */
    least: number;
    perDay: number;
    /** Days beyond these give no more. */
    days: number;
  };
  /** How many citizens a contact follows at most, unless the one who asks says otherwise. */
  caseloadTarget: number;
}

/**
 * A year of waiting is worth 730 points: less than a citizen's own first goal (2,600), more than a slightly shorter
 * way. The score itself stops counting after a year; the bonus goes on for another. Target 35 a contact: R30.
 */
export const standardAssignmentRules: AssignmentRules = {
  waitingBonus: { least: 1, perDay: 2, days: 730 },
  caseloadTarget: 35,
};

/** The points that waiting adds to the score of somebody who has waited so many whole days. */
export const waitingBonus = (days: number, { waitingBonus: bonus }: AssignmentRules): number =>
  bonus.least + bonus.perDay * Math.max(0, Math.min(days, bonus.days));

/** The version of the ranking with that of the assignment behind it. */
export const assignmentVersion = (rankingVersion: string, rules: AssignmentRules): string =>
  `${rankingVersion}+${digest(rules)}`;

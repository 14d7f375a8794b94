export {
  citizenInputs,
  smallJobInputs,
  type CandidateCitizen,
  type CandidateSmallJob,
} from './candidates.js';
export { matchingDay, waitingDays, type MatchingDay } from './matching-day.js';
export { assertWeights, partIds, standardRules, type MatchingRules, type PartId } from './rules.js';
export { RULE_VERSION, ruleVersion } from './rule-version.js';
export {
  constraintCodes,
  type Comparison,
  type Constraint,
  type ConstraintCode,
} from './constraints/constraint.js';
export { constraints } from './constraints/table.js';
export type { Part, SubScore } from './parts/part.js';
export { parts } from './parts/table.js';
export {
  changedCitizen,
  changedSmallJob,
  type Change,
  type CitizenChange,
  type SmallJobChange,
} from './changes.js';
export { travelMinutes, tripWithinReach, type Trip } from './travel.js';
export type { Failure } from './ranking/failures.js';
export type { MatchingOptions, RankingOptions } from './ranking/options.js';
export type { Score, ScoredPart } from './ranking/score.js';
export { evaluate, type Evaluation } from './ranking/evaluate.js';
export { yesIf } from './ranking/yes-if.js';
export {
  rankCitizens,
  type CitizenRanking,
  type ExcludedCitizen,
  type RankedCitizen,
} from './ranking/rank-citizens.js';
export {
  rankSmallJobs,
  type ExcludedSmallJob,
  type RankedSmallJob,
  type SmallJobRanking,
} from './ranking/rank-small-jobs.js';
export { openings, type Openings } from './openings/openings.js';
export type { Opening } from './openings/best-pair.js';
export type { OtherWay } from './openings/other-ways.js';

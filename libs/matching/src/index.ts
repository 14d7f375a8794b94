export {
  citizenInputs,
  smallJobInputs,
  type CandidateCitizen,
  type CandidateSmallJob,
} from './candidates.js';
export { pickCitizenInputs, pickSmallJobInputs } from './pick-inputs.js';
export { matchingDay, waitingDays, type MatchingDay } from './matching-day.js';
export { assertWeights, partIds, standardRules, type MatchingRules, type PartId } from './rules.js';
export { RULE_VERSION, ruleVersion } from './rule-version.js';
export { constraintCodes, holds, type Constraint, type ConstraintCode } from './constraints/constraint.js';
export {
  plainHolds,
  type Comparison,
  type PlainComparison,
  type PlainValue,
} from './constraints/comparison.js';
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
export {
  citizenFacts,
  pairOf,
  smallJobFacts,
  type CitizenFacts,
  type Pair,
  type SmallJobFacts,
} from './facts.js';
export { travelMinutes, tripWithinReach, type Trip } from './travel.js';
export { failing, type Failure } from './ranking/failures.js';
export { inOrder, type Entry } from './ranking/order.js';
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
export type { Opening } from './openings/worthwhile.js';
export type { OtherWay } from './openings/other-ways.js';
export { wishedChange, type Wished } from './openings/wished-change.js';
export { MatchingIndex } from './kernel/matching-index.js';
export {
  Reasons,
  type AllPlaces,
  type FittingPairs,
  type PairsWithWaiting,
  type Place,
  type Places,
  type PlacesOptions,
} from './kernel/answers.js';
export { coverageAt, coverageOf, spreadReport, type Coverage } from './spread/coverage.js';
export { rawRows, type RawRows } from './spread/raw-rows.js';
export { Spread, type SpreadPlace } from './spread/spread.js';
export { assertSpread, standardSpread, type SpreadRules } from './spread/spread-rules.js';
export { pairsWith } from './spread/pairs-with.js';
export { Standing } from './forgotten/standing.js';
export { rulesInTheWay, type Help, type RuleInTheWay } from './forgotten/rules-in-the-way.js';
export { rulesThatExclude, type ExcludingRule, type Exclusion } from './forgotten/rules-that-exclude.js';
export { ruleInWords } from './forgotten/in-the-way-text.js';
export { Assignment, type Prices } from './assignment/assignment.js';
export {
  assignmentVersion,
  standardAssignmentRules,
  waitingBonus,
  type AssignmentRules,
} from './assignment/assignment-rules.js';
export { deskOrder } from './assignment/desk-order.js';
export { greedy } from './assignment/greedy.js';
export { problemOf, type OpeningsToFill } from './assignment/problem-of.js';
export { pairsOf } from './assignment/pairs-of.js';
export { planOf } from './assignment/plan-of.js';
export {
  everyPairCounts,
  NO_CONTACT,
  withoutContacts,
  type AssignmentProblem,
  type CompanyBounds,
  type JobChange,
  type Plan,
} from './assignment/problem.js';
export {
  settle,
  withKept,
  type KeepConflict,
  type KeptPair,
  type NumberedPair,
  type Settled,
  type Wishes,
} from './assignment/wishes.js';
export { RankedLists, type ListCheck, type ListSizes } from './kernel/ranked-lists.js';
export { emptyLists, jobsInOrder, rankJobs, type Lists, type NewArray } from './kernel/rank-all.js';
export type { SharedIndex } from './kernel/share-index.js';

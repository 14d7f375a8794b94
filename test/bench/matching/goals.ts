import type { SizeResult } from './measure/size.js';

/** One of the ten goals of the matching, and what this run reached. */
export interface Goal {
  goal: number;
  what: string;
  target: string;
  reached: string;
  /** Null when this run did not measure it. */
  met: boolean | null;
}

const TUNED = 'sql-tuned';
const KERNEL = 'kernel-1';
/** What a caller gets from the plain functions, and the same with the facts of the citizens worked out beforehand. */
const NAIVE = 'oracle';
const PREPARED = 'oracle-prepared';

const round = (value: number): number => Math.round(value * 100) / 100;

function median(result: SizeResult, peer: string): number {
  return result.lists.find((each) => each.peer === peer)?.cpu.p50 ?? NaN;
}

const ratio = (result: SizeResult, peer: string): number =>
  round(median(result, peer) / median(result, KERNEL));

function topTwenty(
  goal: number,
  result: SizeResult | undefined,
  sql: number,
  naive: number,
  size: string,
): Goal {
  const what = `top-20 of ${size}, median, processor time`;
  const target = `${sql} x tuned SQL, ${naive} x naive`;
  if (!result) return unmeasured(goal, what, target);
  const [tuned, prepared, plain] = [ratio(result, TUNED), ratio(result, PREPARED), ratio(result, NAIVE)];
  const reached = `${tuned} x tuned SQL, ${prepared} x naive with facts prepared, ${plain} x naive as written`;
  return { goal, what, target, reached, met: tuned >= sql && prepared >= naive };
}

const unmeasured = (goal: number, what: string, target: string): Goal => ({
  goal,
  what,
  target,
  reached: '-',
  met: null,
});

/** The goals side by side with what was reached. Ratios, never times: the machine is in both. */
export function goalsOf(results: readonly SizeResult[]): Goal[] {
  const municipality = results.find(({ size }) => size === '7k');
  const country = results.find(({ size }) => size === '100k');
  return [
    noDifferences(results),
    topTwenty(2, country, 100, 4000, '100,000'),
    topTwenty(3, municipality, 150, 300, '7,000'),
    ...[reasonsGoal(municipality), bothSidesGoal(municipality), countryGoal(country), editGoal(country)],
    ...[assignmentGoal(municipality), spreadGoal(municipality), bytesGoal(country ?? municipality)],
  ];
}

function noDifferences(results: readonly SizeResult[]): Goal {
  const sum = (value: (result: SizeResult) => number): number =>
    results.reduce((all, each) => all + value(each), 0);
  const count = sum(({ differences }) => differences.count);
  const pairs = sum(({ differences }) => differences.randomPairs);
  const lists = sum(({ differences }) => differences.wholeListsOfKernel);
  return {
    goal: 1,
    what: 'differences to the oracle',
    target: '0 on at least 10 million random pairs and all lists',
    reached: `${count} on ${pairs} random pairs, ${lists} whole lists and ${sum((r) => r.differences.masks)} masks`,
    met: count === 0 && pairs >= 10_000_000,
  };
}

function reasonsGoal(result: SizeResult | undefined): Goal {
  const [what, target] = ['reasons for every citizen of 7,000', '150 x naive'];
  if (!result) return unmeasured(4, what, target);
  return {
    goal: 4,
    what,
    target,
    reached: `${round(result.reasons.ratio)} x`,
    met: result.reasons.ratio >= 150,
  };
}

function bothSidesGoal(result: SizeResult | undefined): Goal {
  const [what, target] = ['both sides of a municipality, one core', 'at most 1.5 x one side'];
  if (!result) return unmeasured(5, what, target);
  return {
    goal: 5,
    what,
    target,
    reached: `${round(result.bothSides.ratio)} x`,
    met: result.bothSides.ratio <= 1.5,
  };
}

function countryGoal(result: SizeResult | undefined): Goal {
  const [what, target] = ['all lists of the country on two cores', '150 x tuned SQL per core'];
  const tuned = result?.allJobs.find(({ peer }) => peer === TUNED)?.cpuMillis;
  if (!result || !tuned) return unmeasured(6, what, target);
  const { several, one } = result.threads;
  const reached = `${round(tuned / several.cpuMillis)} x tuned SQL per core (one thread ${round(tuned / one.cpuMillis)} x)`;
  return { goal: 6, what, target, reached, met: tuned / several.cpuMillis >= 150 };
}

function editGoal(result: SizeResult | undefined): Goal {
  const what = 'one edit in the country; wrong lists after all edits';
  const target = 'median under the median of a top-20; 0 wrong after 100,000';
  if (!result) return unmeasured(7, what, target);
  const { edits } = result;
  const own = median(result, KERNEL);
  return {
    goal: 7,
    what,
    target,
    reached: `${round(edits.micros.p50 / own)} x a top-20; ${edits.wrongLists} wrong after ${edits.edits}`,
    met: edits.micros.p50 < own && edits.wrongLists === 0 && edits.edits >= 100_000,
  };
}

function assignmentGoal(result: SizeResult | undefined): Goal {
  const what = 'assignment of a municipality';
  const target = 'objective of HiGHS, 200 x faster; a changed job within a tenth of a full solve';
  const { objectiveEqualsHighs, timesFasterThanHighs, changeShareOfFullSolve } = result?.assignment ?? {};
  if (
    objectiveEqualsHighs === undefined ||
    timesFasterThanHighs === undefined ||
    changeShareOfFullSolve === undefined
  )
    return unmeasured(8, what, target);
  return {
    goal: 8,
    what,
    target,
    reached:
      `${objectiveEqualsHighs ? 'the same' : 'another'} objective, ${round(timesFasterThanHighs)} x, ` +
      `a changed job ${round(changeShareOfFullSolve)} of a full solve`,
    met: objectiveEqualsHighs && timesFasterThanHighs >= 200 && changeShareOfFullSolve <= 0.1,
  };
}

function spreadGoal(result: SizeResult | undefined): Goal {
  const [what, target] = [
    'spread lists of five',
    'coverage 49 %, at most 4 lists each, at most 3 points lost',
  ];
  const own = result?.spread.strengths.find(({ strength }) => strength === result.spread.standardStrength);
  if (!own) return unmeasured(9, what, target);
  return {
    goal: 9,
    what,
    target,
    reached: `${round(own.coverage * 100)} %, at most ${own.mostLists}, ${round(own.pointsLost)} points`,
    met: own.coverage >= 0.49 && own.mostLists <= 4 && own.pointsLost <= 3,
  };
}

function bytesGoal(result: SizeResult | undefined): Goal {
  const [what, target] = ['bytes per citizen', 'at most 128'];
  if (!result) return unmeasured(10, what, target);
  const { bytesPerCitizen, bytesWithJobsPerCitizen, grownBytesPerCitizen } = result.memory;
  return {
    goal: 10,
    what,
    target,
    reached: `${bytesPerCitizen} (with the jobs' side ${bytesWithJobsPerCitizen}; the process grew by ${grownBytesPerCitizen})`,
    met: bytesPerCitizen <= 128,
  };
}

import type { Goal } from './goals.js';
import type { SizeResult } from './measure/size.js';

type Row = readonly (string | number)[];

/** A table for people: the first column to the left, numbers to the right. */
function table(head: Row, rows: readonly Row[]): string {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  const line = (row: string[]): string =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  ');
  return all.map(line).join('\n');
}

const readable = (micros: number): string => {
  if (micros < 1000) return `${micros.toFixed(0)} us`;
  return micros < 1_000_000 ? `${(micros / 1000).toFixed(1)} ms` : `${(micros / 1e6).toFixed(1)} s`;
};

function sizeInWords(result: SizeResult): string {
  const ours = result.lists.find(({ peer }) => peer === 'kernel-1')!;
  const lists = result.lists.map((each) => {
    const all = result.allJobs.find(({ peer }) => peer === each.peer)!;
    return [
      each.peer,
      readable(each.cpu.p50),
      readable(each.cpu.p99),
      (each.cpu.p50 / ours.cpu.p50).toFixed(1),
      `${readable(all.cpuMillis * 1000)}${all.extrapolatedFrom ? '*' : ''}`,
      each.bytesPerCitizen ?? '',
      each.jobs,
    ];
  });
  const { plan, eligible, bothSides, reasons, memory, edits, spread, differences } = result;
  const own = spread.strengths.find(({ strength }) => strength === spread.standardStrength)!;
  return [
    `\n${result.size}: ${plan.citizens} citizens, ${plan.smallJobs} small jobs; fit a job: median ${eligible.p50}, mean ${eligible.mean}, p99 ${eligible.p99}`,
    table(['', 'top-20 p50', 'p99', 'x kernel', 'all jobs', 'bytes/citizen', 'jobs timed'], lists),
    '* mean of the sample times the jobs',
    ...result.skipped.map(({ name, why }) => `${name}: skipped, ${why}`),
    `both sides ${bothSides.bothSidesMillis.toFixed(1)} ms, one side ${bothSides.oneSideMillis.toFixed(1)} ms: ${bothSides.ratio.toFixed(2)} x`,
    `reasons for everybody ${readable(reasons.kernel.p50)}, naive ${readable(reasons.naive.p50)}: ${reasons.ratio.toFixed(0)} x`,
    `index built in ${memory.buildMillis} ms, ${memory.bytesPerCitizen} bytes a citizen (${memory.bytesWithJobsPerCitizen} with jobs, grown ${memory.grownBytesPerCitizen})`,
    `${edits.edits} edits: p50 ${readable(edits.micros.p50)}, p99 ${readable(edits.micros.p99)}, wrong lists ${edits.wrongLists}, made anew ${edits.remade}`,
    `spread ${spread.spreadMillis.toFixed(1)} ms: coverage ${(own.coverage * 100).toFixed(1)} %, at most ${own.mostLists} lists, ${own.pointsLost.toFixed(2)} points lost`,
    `assignment ${JSON.stringify(result.assignment)}`,
    `differences ${differences.count}: ${differences.wholeListsOfKernel} whole lists, ${differences.masks} masks, ${differences.randomPairs} pairs by chance (${differences.randomPairsThatFit} fit)`,
    ...differences.first.map((difference) => `  ${JSON.stringify(difference)}`),
  ].join('\n');
}

export function inWords(results: readonly SizeResult[], goals: readonly Goal[]): string {
  const marks = { true: 'met', false: 'not met', null: 'not measured' };
  const lines = goals.map(
    ({ goal, what, target, reached, met }) =>
      `${goal}. ${what}: ${marks[`${met}`]}\n   asked ${target}\n   reached ${reached}`,
  );
  return [...results.map(sizeInWords), '', 'Goals', ...lines].join('\n');
}

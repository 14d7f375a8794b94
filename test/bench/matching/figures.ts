import type { Goal } from './goals.js';
import type { SizeResult } from './measure/size.js';

/** What one run printed with `--json`, as far as the page of figures needs it. */
export interface Run {
  at: string;
  node: string;
  cpu?: string;
  cores: number;
  effort: { rounds: number };
  goals: readonly Goal[];
  sizes: readonly SizeResult[];
}

type Row = readonly (string | number)[];

const KERNEL = 'kernel-1';

const names: Record<string, string> = {
  oracle: 'plain meaning, as a caller gets it',
  'oracle-prepared': 'plain meaning, facts worked out beforehand',
  'sql-usual': 'SQL as usually written',
  'sql-tuned': 'SQL tuned: partial GiST indexes, bits, multiranges, prepared',
  [KERNEL]: '**kernel, one thread**',
  'c-witness': 'a C program, compiled for the machine',
};

const counted = (value: number): string => Math.round(value).toLocaleString('en');
const micros = (value: number): string => `${value < 100 ? Math.round(value * 10) / 10 : counted(value)} µs`;
const millis = (value: number): string => `${value < 100 ? value.toFixed(1) : counted(value)} ms`;

const table = (head: Row, rows: readonly Row[]): string =>
  [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

function lists({ lists: all, allJobs }: SizeResult): string {
  const ours = all.find(({ peer }) => peer === KERNEL)!.cpu.p50;
  const rows = all.map(({ peer, cpu, jobs }) => {
    const whole = allJobs.find((each) => each.peer === peer)!;
    const times = cpu.p50 / ours;
    return [
      names[peer] ?? peer,
      micros(cpu.p50),
      micros(cpu.p99),
      times < 10 ? times.toFixed(1) : counted(times),
      `${millis(whole.cpuMillis)}${whole.extrapolatedFrom === null ? '' : ' *'}`,
      jobs,
    ];
  });
  return table(
    ['top 20 of a job', 'median', '99 of 100', 'times the kernel', 'all jobs', 'jobs timed'],
    rows,
  );
}

function more({ threads, bothSides, reasons, edits, memory, assignment, spread }: SizeResult): string {
  const own = spread.strengths.find(({ strength }) => strength === spread.standardStrength)!;
  const [raw] = spread.strengths;
  const rows: Row[] = [
    [
      'all jobs, one thread / two threads',
      `${millis(threads.one.cpuMillis)} / ${millis(threads.several.cpuMillis)} processor time, ${millis(threads.several.wallMillis)} on the clock`,
    ],
    ['both sides’ lists against the jobs’ alone', `${bothSides.ratio.toFixed(2)} times`],
    [
      'failing rules of everybody beside a job',
      `${micros(reasons.kernel.p50)}; the plain table ${millis(reasons.naive.p50 / 1000)}`,
    ],
    [
      `${counted(edits.edits)} edits with their lists`,
      `median ${micros(edits.micros.p50)}, 99 of 100 ${micros(edits.micros.p99)}; ${edits.wrongLists} wrong lists`,
    ],
    [
      'spread lists of five, standard strength',
      `${(own.coverage * 100).toFixed(1)} % of those who fit something are on a list (raw ${(raw!.coverage * 100).toFixed(1)} %), at most ${own.mostLists} lists each (raw ${raw!.mostLists}), ${own.pointsLost.toFixed(2)} points of 100 lost; ${own.pointsLostSameLength.toFixed(2)} between lists of one length`,
    ],
    [
      'memory',
      `${memory.bytesPerCitizen} bytes a citizen, ${memory.bytesWithJobsPerCitizen} with the jobs; built in ${memory.buildMillis} ms`,
    ],
  ];
  const plan = assignment.ways;
  if (plan) {
    const ways = Object.entries(plan).map(
      ([way, { cpuMillis, filled, objective }]) =>
        `${way} ${millis(cpuMillis)}, ${filled} seats, ${counted(objective)} points`,
    );
    rows.push(['all openings at once', ways.join('; ')]);
  }
  return table(['', ''], rows);
}

/** The page of figures in the documentation: all of it out of one run, no number by hand. */
export function figuresPage({ at, node, cpu, cores, effort, goals, sizes }: Run): string {
  const date = new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  const sections = sizes.map((size) => {
    const { plan, eligible, differences } = size;
    return `## ${counted(plan.citizens)} citizens, ${counted(plan.smallJobs)} small jobs

A job fits ${eligible.p50} citizens in the median, ${eligible.mean} on average. Differences to the plain meaning: ${differences.count}, in
${counted(differences.wholeListsOfKernel)} whole lists, ${counted(differences.masks)} masks of failing rules and ${counted(differences.randomPairs)} random pairs.

${lists(size)}

\\* mean of the sample times the jobs

${more(size)}
`;
  });
  const marks = { true: 'yes', false: 'no', null: 'not measured' };
  const reached = table(
    ['#', 'goal', 'asked', 'reached', 'met'],
    goals.map(({ goal, what, target, reached: got, met }) => [goal, what, target, got, marks[`${met}`]]),
  );
  return `# Figures of one run

Written by \`npm run bench:matching -- --figures docs/matching-figures.md\` on ${date}: ${cpu ?? 'an unnamed processor'}, ${cores} shared cores,
Node ${node}, embedded PostgreSQL. Everybody is drawn (\`test/bench/matching/population\`). Processor time, best of ${effort.rounds} rounds, all
ways taking turns. The machine is shared and never quiet: compare within a run, and read ratios, not times.

${sections.join('\n')}
## The goals

${reached}

Why some are not met stands in [matching.md](matching.md#goals-that-are-not-met).
`;
}

import { HighsAssignmentSolver } from '#computing';
import {
  Assignment,
  deskOrder,
  greedy,
  type AssignmentProblem,
  type CompanyBounds,
  type JobChange,
  type Plan,
} from '#matching';
import { median, timesOf } from './assignment-times.js';
import { cpuMicrosOfWork, timed } from './measure/clock.js';
import { Random } from './population/random.js';

/** HiGHS gets fewer rounds when it takes seconds. */
const HIGHS_SECONDS = 40;
const CHANGES = 120;
/** Own work of a few milliseconds is warmed up and repeated so often in each round. */
const REPEATED = 10;
const WARM_UP = 40;

export interface AssignmentMeasured {
  problem: Record<'citizens' | 'smallJobs' | 'seats' | 'contacts' | 'room' | 'pairs', number>;
  /** Processor time, best of the rounds; and what each way fills and wins. */
  ways: Record<string, { cpuMillis: number; filled: number; objective: number; rounds: number }>;
  differences: number;
  objectiveEqualsHighs: boolean;
  timesFasterThanHighs: number;
  timesFasterThan: Record<string, number>;
  /** Mean processor time of a changed job, as a share of a full solve. */
  changeShareOfFullSolve: number;
  changes: { count: number; meanCpuMillis: number; wallMillis: Record<'p50' | 'p99' | 'most', number> };
  /** The first change of a plan: it puts the pairs of all citizens together, once. */
  firstChangeMillis: number;
  contactsWithAPrice: number;
  /** At most one citizen of the plan for each company, through HiGHS. */
  onePerCompany: { cpuMillis: number; filled: number; objective: number };
}

/** Own solver, greedy, desk order and HiGHS take turns; then changes of one job, each against a full solve. */
export async function measureProblem(
  problem: AssignmentProblem,
  company: Int32Array,
  { rounds, short }: { rounds: number; short: boolean },
): Promise<AssignmentMeasured> {
  const highs = new HighsAssignmentSolver(600);
  const own = (): Plan => Assignment.solve(problem);
  const quick: [string, () => Plan][] = [
    ['own', own],
    ['greedy', () => greedy(problem)],
    ['desk-order', () => deskOrder(problem, problem.seats.keys())],
  ];
  for (let time = 0; time < (short ? 5 : WARM_UP); time += 1) own();
  const cpu: Record<string, number[]> = { highs: [] };
  const plans: Record<string, Plan> = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, way] of quick) {
      const repeated = name === 'own' && !short ? REPEATED : 1;
      const { answer, cpuMicros } = timed(() => {
        for (let time = 1; time < repeated; time += 1) way();
        return way();
      });
      (cpu[name] ??= []).push(cpuMicros / repeated);
      plans[name] = answer;
    }
    const spent = cpu['highs']!.reduce((sum, micros) => sum + micros, 0);
    if (spent > HIGHS_SECONDS * 1e6) continue;
    const { answer, cpuMicros } = await cpuMicrosOfWork(() => highs.solve(problem));
    cpu['highs']!.push(cpuMicros);
    plans['highs'] = answer;
  }
  const changes = measureChanges(problem, short ? 30 : CHANGES, rounds);
  const bounded = await cpuMicrosOfWork(() => highs.solve(problem, onePerCompany(company)));
  await highs.close();

  const best = (name: string): number => Math.min(...cpu[name]!);
  const plan = Assignment.solve(problem);
  const objectiveEqualsHighs = plan.objective === plans['highs']!.objective;
  const sum = (values: Int32Array): number => values.reduce((total, value) => total + value, 0);
  return {
    problem: {
      citizens: problem.citizens,
      smallJobs: problem.seats.length,
      seats: sum(problem.seats),
      contacts: problem.room.length,
      room: sum(problem.room),
      pairs: problem.citizen.length,
    },
    ways: Object.fromEntries(
      Object.entries(plans).map(([name, { filled, objective }]) => [
        name,
        { cpuMillis: best(name) / 1000, filled, objective, rounds: cpu[name]!.length },
      ]),
    ),
    differences: changes.differences + (objectiveEqualsHighs ? 0 : 1),
    objectiveEqualsHighs,
    timesFasterThanHighs: best('highs') / best('own'),
    timesFasterThan: Object.fromEntries(Object.keys(plans).map((name) => [name, best(name) / best('own')])),
    changeShareOfFullSolve: changes.meanCpuMicros / best('own'),
    changes: {
      count: changes.count,
      meanCpuMillis: changes.meanCpuMicros / 1000,
      wallMillis: changes.wallMillis,
    },
    firstChangeMillis: changes.firstMicros / 1000,
    contactsWithAPrice: plan.worthOfOnePlaceMore().filter((price) => price > 0).length,
    onePerCompany: {
      cpuMillis: bounded.cpuMicros / 1000,
      filled: bounded.answer.filled,
      objective: bounded.answer.objective,
    },
  };
}

function onePerCompany(company: Int32Array): CompanyBounds {
  const companies = company.reduce((most, one) => Math.max(most, one + 1), 0);
  return { company, most: new Int32Array(companies).fill(1) };
}

interface Changes {
  count: number;
  differences: number;
  meanCpuMicros: number;
  wallMillis: Record<'p50' | 'p99' | 'most', number>;
  firstMicros: number;
}

/** Other scores, a seat more, closed, opened again: one after another, as a day goes. The same run in each round. */
function measureChanges(problem: AssignmentProblem, count: number, rounds: number): Changes {
  const drawn = drawnChanges(problem, count);
  const cpu: number[] = [];
  const walls: number[][] = [];
  let firstMicros = Infinity;
  let last: Assignment | undefined;
  for (let round = 0; round < rounds + 1; round += 1) {
    const start = Assignment.solve(problem);
    const first = timed(() => start.withJob({ job: 0 }));
    firstMicros = Math.min(firstMicros, first.cpuMicros);
    const wall: number[] = [];
    const { answer, cpuMicros } = timed(() =>
      drawn.reduce((plan, change) => {
        const one = process.hrtime.bigint();
        const next = plan.withJob(change);
        wall.push(Number(process.hrtime.bigint() - one) / 1e6);
        return next;
      }, first.answer),
    );
    last = answer;
    // The first round warms up.
    if (round > 0 || rounds === 1) {
      cpu.push(cpuMicros / count);
      walls.push(wall);
    }
  }
  const fresh = Assignment.solve(drawn.reduce(written, problem));
  const isEqual = last!.objective === fresh.objective && last!.filled === fresh.filled;
  return {
    count,
    differences: isEqual ? 0 : 1,
    meanCpuMicros: Math.min(...cpu),
    wallMillis: timesOf(
      walls.map((wall) => wall.sort((a, b) => a - b)).sort((a, b) => median(a) - median(b))[0]!,
    ),
    firstMicros,
  };
}

function drawnChanges(problem: AssignmentProblem, count: number): JobChange[] {
  const random = new Random(11);
  const jobs = problem.seats.length;
  return Array.from({ length: count }, (_, n): JobChange => {
    const job = random.whole(0, jobs - 1);
    const [begin, end] = [problem.from[job]!, problem.from[job + 1]!];
    const pairs = {
      citizen: problem.citizen.slice(begin, end),
      value: problem.value.slice(begin, end).map((value) => Math.max(1, value + random.whole(-300, 300))),
    };
    if (n % 4 === 0) return { job, seats: 0 };
    if (n % 4 === 1) return { job, seats: problem.seats[job]! + 1 };
    return { job, seats: problem.seats[job]!, pairs };
  });
}

/** The problem with the change in it. */
function written(problem: AssignmentProblem, { job, seats, pairs }: JobChange): AssignmentProblem {
  const value = problem.value.slice();
  if (pairs) value.set(pairs.value, problem.from[job]);
  return { ...problem, value, seats: seats === undefined ? problem.seats : problem.seats.with(job, seats) };
}

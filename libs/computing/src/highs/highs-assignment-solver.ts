import { DomainError } from '#domain';
import { planOf, type AssignmentProblem, type CompanyBounds } from '#matching';
import { AssignmentSolver, type BoundedPlan } from '#use-cases';
import { ThreadEnded, type Solved } from './answer-of.js';
import { HighsThread } from './highs-thread.js';
import { linearModel } from './linear-model.js';

/** Long enough for a large municipality (2 to 3 seconds), short enough for somebody who waits. */
const SECONDS = 20;

/**
 * HiGHS (MIT) for what cuts across: a linear program, and whole numbers forced only where that does not come out whole
 * by itself. One at a time: two would only take each other's core.
 */
export class HighsAssignmentSolver extends AssignmentSolver {
  private readonly thread = new HighsThread();
  private before: Promise<unknown> = Promise.resolve();

  constructor(private readonly seconds = SECONDS) {
    super();
  }

  async solve(
    problem: AssignmentProblem,
    bounds?: CompanyBounds,
    seconds = this.seconds,
  ): Promise<BoundedPlan> {
    const model = linearModel(problem, bounds);
    if (model.columns === 0) {
      const nobody = new Int32Array(problem.citizens).fill(-1);
      return { ...planOf(problem, nobody), worthAtMost: new Int32Array(problem.room.length) };
    }
    const mine = this.before.then(() => this.thread.ask(model, seconds));
    this.before = mine.catch(() => undefined);
    const answer = await mine.catch(inDomainWords);
    if ('solved' in answer) return boundedPlan(problem, answer.solved);
    if (answer.failed === 'too-slow') throw new DomainError('assignment.too-slow', { seconds });
    throw new Error(`HiGHS ended with model status ${answer.failed.status}`);
  }

  /** Ends the thread, which would end by itself after a minute, and every question that waits. */
  async close(): Promise<void> {
    await this.thread.close();
  }
}

/** Whoever waits when the process ends is told so, and can ask another one. */
function inDomainWords(error: unknown): never {
  throw error instanceof ThreadEnded ? new DomainError('assignment.stopped') : error;
}

/** Half a thousandth of a point: HiGHS counts in floating point. */
const NEARLY = 5e-4;

function boundedPlan(problem: AssignmentProblem, { chosen, relaxed }: Solved): BoundedPlan {
  const { citizens, from, citizen, seats, room } = problem;
  const jobOf = new Int32Array(citizens).fill(-1);
  for (let job = 0; job < seats.length; job += 1) {
    for (let pair = from[job]!; pair < from[job + 1]!; pair += 1) {
      if (chosen[pair] === 1) jobOf[citizen[pair]!] = job;
    }
  }
  const plan = planOf(problem, jobOf);
  // No plan with a place more is worth more than the linear program with it, nor that one more than its price says.
  const ahead = relaxed.objective - plan.objective;
  const prices = relaxed.prices.subarray(citizens + seats.length, citizens + seats.length + room.length);
  return {
    ...plan,
    worthAtMost: Int32Array.from(prices, (price) => Math.floor(ahead + Math.abs(price) + NEARLY)),
  };
}

import { DomainError } from '#domain';
import { NO_CONTACT, type AssignmentProblem, type CompanyBounds } from '#matching';
import { AssignmentSolver, type BoundedPlan } from '#use-cases';
import { HighsThread, type Solved } from './highs-thread.js';
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

  async solve(problem: AssignmentProblem, bounds?: CompanyBounds): Promise<BoundedPlan> {
    const model = linearModel(problem, bounds);
    if (model.columns === 0)
      return planOf(problem, { chosen: new Uint8Array(), prices: new Float64Array(model.rows) });
    const mine = this.before.then(() => this.thread.ask(model, this.seconds));
    this.before = mine.catch(() => undefined);
    const answer = await mine;
    if ('solved' in answer) return planOf(problem, answer.solved);
    if (answer.failed === 'too-slow') throw new DomainError('assignment.too-slow', { seconds: this.seconds });
    throw new Error(`HiGHS ended with model status ${answer.failed.status}`);
  }

  /** Ends the thread, which would end by itself after a minute. */
  async close(): Promise<void> {
    await this.thread.end();
  }
}

function planOf(problem: AssignmentProblem, { chosen, prices }: Solved): BoundedPlan {
  const { citizens, from, citizen, value, seats, contact, room } = problem;
  const plan = {
    jobOf: new Int32Array(citizens).fill(-1),
    filledOf: new Int32Array(seats.length),
    usedOf: new Int32Array(room.length),
    filled: 0,
    objective: 0,
  };
  for (let job = 0; job < seats.length; job += 1) {
    for (let pair = from[job]!; pair < from[job + 1]!; pair += 1) {
      if (chosen[pair] === 0) continue;
      plan.jobOf[citizen[pair]!] = job;
      plan.filledOf[job]! += 1;
      if (contact[job] !== NO_CONTACT) plan.usedOf[contact[job]!]! += 1;
      plan.filled += 1;
      plan.objective += value[pair]!;
    }
  }
  const first = citizens + seats.length;
  const ofContacts = prices?.subarray(first, first + room.length);
  return {
    ...plan,
    contactPrices: ofContacts ? Int32Array.from(ofContacts, (price) => Math.round(Math.abs(price))) : null,
  };
}

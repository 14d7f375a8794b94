import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Highs } from 'highs';
import type { LinearModel } from './linear-model.js';

export interface Solved {
  /** Per column: whether it is in the plan. */
  chosen: Uint8Array;
  /** Per row: what one more would win; null when whole numbers had to be forced, which has no such prices. */
  prices: Float64Array | null;
}

type Failed = 'too-slow' | { status: number };
export type Answer = { solved: Solved } | { failed: Failed };

/** A thread that has not answered by its time limit gets this much longer before it is ended. */
const GRACE_MILLISECONDS = 5000;
/** Loading HiGHS takes a fifth of a second; what it has grown to is given back when nobody asks any more. */
const IDLE_MILLISECONDS = 60_000;

/** HiGHS in a thread of its own, so that whoever else asks this process is answered meanwhile. One question at a time. */
export class HighsThread {
  private thread: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;

  async ask(model: LinearModel, seconds: number): Promise<Answer> {
    clearTimeout(this.idle);
    const thread = (this.thread ??= begin());
    thread.ref();
    try {
      const answer = await answerOf(thread, { model, seconds });
      if (!answer) await this.end();
      return answer ?? { failed: 'too-slow' };
    } catch (error) {
      await this.end();
      throw error;
    } finally {
      this.thread?.unref();
      this.idle = setTimeout(() => void this.end(), IDLE_MILLISECONDS).unref();
    }
  }

  /** The next question begins a new thread. */
  async end(): Promise<void> {
    clearTimeout(this.idle);
    const thread = this.thread;
    this.thread = undefined;
    await thread?.terminate();
  }
}

/** Undefined when the time is up and more. */
function answerOf(
  thread: Worker,
  question: { model: LinearModel; seconds: number },
): Promise<Answer | undefined> {
  return new Promise<Answer | undefined>((resolve, reject) => {
    const limit = setTimeout(
      () => settle(() => resolve(undefined)),
      question.seconds * 1000 + GRACE_MILLISECONDS,
    );
    const settle = (then: () => void): void => {
      clearTimeout(limit);
      thread.off('message', onAnswer).off('error', onError);
      then();
    };
    const onAnswer = (answer: Answer): void => settle(() => resolve(answer));
    const onError = (error: Error): void => settle(() => reject(error));
    thread.on('message', onAnswer).on('error', onError);
    thread.postMessage(question);
  });
}

/** The function brings its own text: a file would have to be found both in the source and in what was built from it. */
const begin = (): Worker =>
  new Worker(`(${inThread.toString()})()`, {
    eval: true,
    workerData: pathToFileURL(createRequire(import.meta.url).resolve('highs')).href,
  });

/** Runs in the thread and knows nothing of this file but what it is sent. */
async function inThread(): Promise<void> {
  const threads = await import('node:worker_threads');
  const parent = threads.parentPort!;
  const address = threads.workerData as string;
  const { default: load } = (await import(address)) as { default: () => Promise<Highs> };
  const highs = await load();
  const { maximize } = highs.constants.objectiveSense;
  const { optimal, timeLimit } = highs.constants.modelStatus;
  const { integer } = highs.constants.variableType;
  const isWhole = (found: number): boolean => Math.abs(found - Math.round(found)) < 1e-6;

  const solve = ({ columns, rows, gain, most, starts, indices }: LinearModel, seconds: number): Answer =>
    highs.withModel(
      {
        numCols: columns,
        numRows: rows,
        sense: maximize,
        colCost: gain,
        colLower: new Float64Array(columns),
        colUpper: new Float64Array(columns).fill(1),
        rowLower: new Float64Array(rows).fill(-highs.infinity),
        rowUpper: most,
        matrix: {
          format: 'csc',
          numRows: rows,
          numCols: columns,
          starts,
          indices,
          values: new Float64Array(indices.length).fill(1),
        },
      },
      (problem): Answer => {
        // Values are whole points, so a plan within half a point of the bound is a best one.
        problem.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 0.5 });
        problem.run();
        let prices: Float64Array | null = problem.getSolution().rowDual;
        if (problem.getModelStatus() === optimal && !problem.getSolution().colValue.every(isWhole)) {
          prices = null;
          for (let column = 0; column < columns; column += 1) problem.changeColIntegrality(column, integer);
          problem.run();
        }
        const status = problem.getModelStatus();
        if (status !== optimal) return { failed: status === timeLimit ? 'too-slow' : { status } };
        const chosen = Uint8Array.from(problem.getSolution().colValue, (found) => Math.round(found));
        return { solved: { chosen, prices } };
      },
    );

  parent.on('message', ({ model, seconds }: { model: LinearModel; seconds: number }) => {
    parent.postMessage(solve(model, seconds));
  });
}

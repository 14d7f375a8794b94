import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Highs } from 'highs';
import { answerOf, ThreadEnded, type Answer } from './answer-of.js';
import type { LinearModel } from './linear-model.js';

/** Loading HiGHS takes a fifth of a second; what it has grown to is given back when nobody asks any more. */
const IDLE_MILLISECONDS = 60_000;

/** HiGHS in a thread of its own, so that whoever else asks this process is answered meanwhile. One question at a time. */
export class HighsThread {
  private thread: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;
  private isClosed = false;

  /** @throws ThreadEnded when it is closed, before or meanwhile */
  async ask(model: LinearModel, seconds: number): Promise<Answer> {
    if (this.isClosed) throw new ThreadEnded('HiGHS is closed: nothing can be asked any more');
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
      this.rest();
    }
  }

  /** Ends whoever is being answered, with `ThreadEnded`. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.end();
  }

  private rest(): void {
    if (!this.thread) return;
    this.thread.unref();
    this.idle = setTimeout(() => void this.end(), IDLE_MILLISECONDS).unref();
  }

  /** The next question begins a new thread. */
  private async end(): Promise<void> {
    clearTimeout(this.idle);
    const thread = this.thread;
    this.thread = undefined;
    await thread?.terminate();
  }
}

/**
 * The function brings its own text: a file would have to be found both in the source and in what was built from it. In a
 * bundle that text calls `__name` wherever it makes a function, which is the bundle's own.
 */
const begin = (): Worker =>
  new Worker(`const __name = (made) => made; (${inThread.toString()})()`, {
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
        const { rowDual, colValue } = problem.getSolution();
        const relaxed = { objective: problem.getObjectiveValue(), prices: rowDual };
        if (problem.getModelStatus() === optimal && !colValue.every(isWhole)) {
          for (let column = 0; column < columns; column += 1) problem.changeColIntegrality(column, integer);
          problem.run();
        }
        const status = problem.getModelStatus();
        if (status !== optimal) return { failed: status === timeLimit ? 'too-slow' : { status } };
        const chosen = Uint8Array.from(problem.getSolution().colValue, (found) => Math.round(found));
        return { solved: { chosen, relaxed } };
      },
    );

  parent.on('message', ({ model, seconds }: { model: LinearModel; seconds: number }) => {
    parent.postMessage(solve(model, seconds));
  });
}

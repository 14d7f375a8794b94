import type { Worker } from 'node:worker_threads';
import type { LinearModel } from './linear-model.js';

export interface Solved {
  /** Per column: whether it is in the plan. */
  chosen: Uint8Array;
  /** The best plan in which somebody may be half in it: what it is worth, and per row what one more would win then. */
  relaxed: { objective: number; prices: Float64Array };
}

type Failed = 'too-slow' | { status: number };
export type Answer = { solved: Solved } | { failed: Failed };

/** A thread that has not answered by its time limit gets this much longer before it is ended. */
const GRACE_MILLISECONDS = 5000;

/** What whoever asks gets when the thread is not there any more. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
}

/** What the thread answers; undefined when the time is up and more. @throws ThreadEnded */
export function answerOf(
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
      thread.off('message', onAnswer).off('error', onError).off('exit', onExit);
      then();
    };
    const onAnswer = (answer: Answer): void => settle(() => resolve(answer));
    const onError = (error: Error): void => settle(() => reject(error));
    const onExit = (): void =>
      settle(() => reject(new ThreadEnded('HiGHS was ended before it had an answer')));
    thread.on('message', onAnswer).on('error', onError).on('exit', onExit);
    thread.postMessage(question);
  });
}

import { WebhookRefused } from '#notifications';
import { HttpProblem } from '../http/problem.js';

/** What a webhook reads out of a call, or the answer to who is not believed. */
export async function believed<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof WebhookRefused)) throw error;
    throw new HttpProblem(error.because === 'bad-signature' ? 'bad-signature' : 'bad-request');
  }
}

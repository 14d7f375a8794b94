import type { FastifyReply, FastifyRequest } from 'fastify';
import { forLog } from '../../http/error-for-log.js';
import { toProblem, type Refusal } from '../../http/to-problem.js';
import { faultPage } from './fault-view.js';
import { RefusedForm } from './form/refused-form.js';
import { pathOf } from './frame-view.js';
import type { ShownPage } from './page.js';
import { showPage } from './show-page.js';

/** Answers a person whose request went wrong: with the form as it was filled in, the way to sign in, or in words. */
export async function answerPerson(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const shown = await formAgain(error).catch((worse: unknown) => ({ worse }));
  if (shown !== undefined && !('worse' in shown)) {
    send(request, reply, shown);
    return;
  }
  const refusal = toProblem(shown === undefined ? error : shown.worse);
  if (refusal.status >= 500) request.log.error({ id: request.id, error: forLog(error) }, refusal.code);
  // To sign in: the guard has said where to.
  if (refusal.status === 303) return void reply.code(303).headers(refusal.headers).send('');
  sendFault(refusal, request, reply);
}

/** The page of a form that was not saved. It is made after the transaction of the form has ended. */
const formAgain = async (error: unknown): Promise<ShownPage | undefined> =>
  error instanceof RefusedForm ? error.again() : undefined;

function sendFault(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers(refusal.headers).header('cache-control', 'no-store');
  send(request, reply, faultPage(refusal.status, pathOf(request), request.id, refusal.code));
}

function send(request: FastifyRequest, reply: FastifyReply, shown: ShownPage): void {
  const html = showPage(request, reply, shown);
  void reply.send(html);
}

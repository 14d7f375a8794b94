import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  applyDecorators,
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { IdempotentRequests, KeyReused, StillRunning } from '#persistence';
import { canonicalJson } from './canonical-json.js';
import { isKept } from './not-kept.js';
import { HttpProblem } from './problem.js';
import type { KnownRequest } from './roles.js';

const LONGEST_WAIT_MS = 10_000;
const PAUSE_MS = 100;
const SECRET = 'fodfaeste:answers-secret';

/** What such a route answers is kept nowhere. It must itself see to it that a repeat does no harm. */
export const AnswersSecret = (): MethodDecorator => SetMetadata(SECRET, true);

const CALCULATES = 'fodfaeste:calculates';
/**
 * Such a route changes nothing, so a repeat is answered by asking again: with what is true by then, with a line of its
 * own in the access log, and without a transaction that is held meanwhile. Nor does it matter what else its key was
 * used for.
 */
export const Calculates = (): MethodDecorator =>
  applyDecorators(SetMetadata(CALCULATES, true), ApiExtension('x-calculates', true));

const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * A POST with an Idempotency-Key has one effect however often it arrives. The handler runs inside the
 * transaction that stores its answer, so that a crash leaves both or neither. Only what succeeded is stored:
 * a refusal left nothing behind, so asking again asks again.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly requests: IdempotentRequests,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const isMarked = (mark: string) =>
      this.reflector.get<true | undefined>(mark, context.getHandler()) === true;
    if (isMarked(SECRET)) return next.handle();
    const http = context.switchToHttp();
    const request = http.getRequest<KnownRequest>();
    const key = request.headers['idempotency-key'] ?? keyOfForm(request);
    if (request.method !== 'POST' || key === undefined || !request.actor) return next.handle();
    if (!KEY.test(String(key))) throw new HttpProblem('idempotency.key-invalid');
    if (isMarked(CALCULATES)) return next.handle();
    const runOnce = () => this.runOnce(String(key), request, http.getResponse<FastifyReply>(), next);
    return from(request.once === undefined ? runOnce() : patiently(runOnce));
  }

  private async runOnce(
    key: string,
    request: KnownRequest,
    reply: FastifyReply,
    next: CallHandler,
  ): Promise<unknown> {
    const { municipalityId, holder } = request.actor!;
    try {
      const answer = await this.requests.run(
        { municipalityId, holder, key, fingerprint: fingerprintOf(request) },
        async () => {
          const body = (await lastValueFrom(next.handle(), { defaultValue: undefined })) as unknown;
          return { body, status: reply.statusCode, isKept: isKept(body) };
        },
      );
      reply.code(answer.status);
      if (answer.replayed) reply.header('idempotency-replayed', 'true');
      // 204 has no body; a stored null is the same nothing.
      return answer.body ?? undefined;
    } catch (error) {
      throw inHttpWords(error);
    }
  }
}

/** Somebody pressed twice, and the browser shows the answer to the second: it waits for the first and shows the same. */
async function patiently(run: () => Promise<unknown>): Promise<unknown> {
  for (let left = LONGEST_WAIT_MS; ; left -= PAUSE_MS) {
    try {
      return await run();
    } catch (error) {
      const waits = error instanceof HttpProblem && error.code === 'idempotency.still-running';
      if (!waits || left <= 0) throw error;
      await sleep(PAUSE_MS);
    }
  }
}

/**
 * One showing of a form, filled in in one way. Whoever goes back, changes something and sends it again means
 * something new.
 */
const keyOfForm = (request: KnownRequest): string | undefined =>
  request.once === undefined
    ? undefined
    : `form ${request.once} ${fingerprintOf(request)}`.replaceAll(' ', '.');

/** Route and body: the same fields in another order are the same request. */
const fingerprintOf = ({ method, url, body }: KnownRequest): string =>
  createHash('sha256')
    .update(`${method} ${url}\n${canonicalJson(body ?? null)}`)
    .digest('hex');

function inHttpWords(error: unknown): unknown {
  if (error instanceof StillRunning)
    return new HttpProblem('idempotency.still-running', {}, { 'retry-after': '1' });
  if (error instanceof KeyReused) return new HttpProblem('idempotency.key-reused');
  return error;
}

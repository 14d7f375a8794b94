import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { IdempotentRequests, KeyReused, StillRunning } from '#persistence';
import { canonicalJson } from './canonical-json.js';
import { HttpProblem } from './problem.js';
import type { KnownRequest } from './roles.js';

const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * A POST with an Idempotency-Key has one effect however often it arrives. The handler runs inside the
 * transaction that stores its answer, so that a crash leaves both or neither. Only what succeeded is stored:
 * a refusal left nothing behind, so asking again asks again.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly requests: IdempotentRequests) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<KnownRequest>();
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined || !request.actor) return next.handle();
    return from(this.runOnce(String(key), request, http.getResponse<FastifyReply>(), next));
  }

  private async runOnce(
    key: string,
    request: KnownRequest,
    reply: FastifyReply,
    next: CallHandler,
  ): Promise<unknown> {
    if (!KEY.test(key)) throw new HttpProblem('idempotency.key-invalid');
    const { municipalityId, holder } = request.actor!;
    try {
      const answer = await this.requests.run(
        { municipalityId, holder, key, fingerprint: fingerprintOf(request) },
        async () => ({
          body: (await lastValueFrom(next.handle(), { defaultValue: undefined })) as unknown,
          status: reply.statusCode,
        }),
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

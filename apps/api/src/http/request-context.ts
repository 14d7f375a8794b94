import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { KnownRequest } from './roles.js';

const current = new AsyncLocalStorage<KnownRequest>();

/** Whatever is logged within knows for which request. */
export const within = <R>(request: KnownRequest, work: () => R): R => current.run(request, work);

export function knowTheRequest(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, next) => within(request, next));
}

/** Ids of the request, on every line that is written during it; lines of the request's own log have the first already. */
export function requestIds(
  _line: object,
  _level: number,
  logger: Logger,
): { requestId?: string; municipalityId?: string } {
  const request = current.getStore();
  if (!request) return {};
  const municipalityId = request.actor?.municipalityId;
  return {
    ...(!('requestId' in logger.bindings()) && { requestId: request.id }),
    ...(municipalityId !== undefined && { municipalityId }),
  };
}

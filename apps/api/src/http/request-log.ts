import type { FastifyInstance } from 'fastify';
import type { KnownRequest } from './roles.js';

/**
 * One line a request, made of what is listed here and nothing else: the pattern of the route and never the
 * address, since addresses hold ids, tokens and what people search for.
 */
export function logRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  fastify.addHook('onResponse', async (request: KnownRequest, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        municipalityId: request.actor?.municipalityId,
      },
      'request',
    );
  });
}

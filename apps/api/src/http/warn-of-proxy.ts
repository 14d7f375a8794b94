import type { FastifyInstance } from 'fastify';

/**
 * Behind a proxy that is not counted, everybody has the address of the proxy, and the limits of one caller are those
 * of all. Said once: after that the log would be full of it.
 */
export function warnOfProxy(fastify: FastifyInstance, trustProxyHops: number): void {
  if (trustProxyHops > 0) return;
  let isSaid = false;
  fastify.addHook('onRequest', async (request) => {
    if (isSaid || request.headers['x-forwarded-for'] === undefined) return;
    isSaid = true;
    request.log.warn('a proxy stands before us and TRUST_PROXY_HOPS is 0: all callers are counted as one');
  });
}

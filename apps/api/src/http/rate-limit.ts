import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import type { BearerKeys } from './bearer-keys.js';
import { HttpProblem } from './problem.js';

const WINDOW_MS = 1_000;
const UNLIMITED = new Set(['/live', '/ready', '/metrics']);

/**
 * So many requests a second for each key, held in memory: it needs no Redis, and each process guards itself.
 * A key counts as a key only when it was good a moment ago, or a flood of invented keys would never be counted
 * together; such callers are counted by their address.
 */
export async function limitRate(
  fastify: FastifyInstance,
  keys: BearerKeys,
  perSecond: number,
): Promise<void> {
  await fastify.register(rateLimit, {
    global: false,
    max: perSecond,
    timeWindow: WINDOW_MS,
    cache: 20_000,
    keyGenerator: (request) => keys.knownHash(request) ?? `address ${request.ip}`,
  });
  const count = fastify.createRateLimit();
  // A hook of our own instead of the plugin's: that one does not see addresses that lead nowhere.
  fastify.addHook('onRequest', async (request) => {
    if (UNLIMITED.has(request.routeOptions.url ?? '')) return;
    const counted = await count(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    throw new HttpProblem(
      'too-many-requests',
      { perSecond },
      { 'retry-after': String(counted.ttlInSeconds || 1) },
    );
  });
}

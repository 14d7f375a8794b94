import type { FastifyRequest } from 'fastify';
import { HttpProblem } from '../problem.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export const changesState = ({ method }: FastifyRequest): boolean => !SAFE.has(method);

/**
 * Refuses what another site makes a browser send: by Sec-Fetch-Site, and where a browser is too old for it, by
 * Origin. An old phone that sends neither is let through; a session then still asks for the token of the form.
 */
export function refuseForeignSites(request: FastifyRequest, ownOrigin: string): void {
  if (!changesState(request) || isForeign(request, ownOrigin) === false) return;
  throw new HttpProblem('cross-site');
}

function isForeign({ headers, host }: FastifyRequest, ownOrigin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  // "null" is what our own pages send: they tell no referrer.
  if (origin === undefined || origin === 'null') return false;
  return origin !== ownOrigin && !origin.endsWith(`://${host}`);
}

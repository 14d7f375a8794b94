import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';

/** What a page asks for by itself, while nobody touches it: templates/pages/desk/live.js. */
const HEADER = 'x-unattended';

const unattended = new AsyncLocalStorage<boolean>();

/** The store of sessions is asked for an id and sees no request: here it learns whether a person is behind it. */
export function noticeUnattended(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, next) => {
    unattended.run(request.headers[HEADER] !== undefined, next);
  });
}

export const isUnattended = (): boolean => unattended.getStore() === true;

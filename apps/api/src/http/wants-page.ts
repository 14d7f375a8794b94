import type { FastifyRequest } from 'fastify';

/** Whether a person is waiting: a browser that opens an address asks for HTML, a client of the interface does not. */
export const wantsPage = ({ url, headers }: FastifyRequest): boolean =>
  !url.startsWith('/api/') && !url.startsWith('/webhooks/') && (headers.accept ?? '').includes('text/html');

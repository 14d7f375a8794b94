import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpProblem } from './problem.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });
const FORM = 'application/x-www-form-urlencoded';

/**
 * JSON for machines, forms for the answer pages, nothing else. A form is refused by the interface: a browser
 * sends forms to any site without asking, JSON it does not.
 */
export async function readBodies(fastify: FastifyInstance): Promise<void> {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, parseJson);
  await fastify.register(formbody);
  fastify.addHook('onRequest', async (request) => {
    const isForm = request.headers['content-type']?.toLowerCase().includes(FORM);
    if (isForm && request.url.startsWith('/api/')) throw new HttpProblem('media-type');
  });
}

async function parseJson(_request: FastifyRequest, body: string | Buffer): Promise<unknown> {
  // Many clients name the type and send nothing: an action without fields.
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(utf8.decode(body as Buffer)) as unknown;
  } catch {
    throw new HttpProblem('malformed-json');
  }
}

import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readMails } from './mails.js';
import { HttpProblem } from './problem.js';
import { isFormWithFile, readUploads } from './uploads.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });
const FORM = 'application/x-www-form-urlencoded';

/**
 * JSON for machines, forms for the pages, files where files are taken (uploads.ts), nothing else. A form is refused by the interface: a browser sends forms
 * to any site without asking, JSON it does not.
 */
export async function readBodies(fastify: FastifyInstance): Promise<void> {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, parseJson);
  await fastify.register(formbody);
  fastify.addHook('onRequest', async (request) => {
    const isForm = request.headers['content-type']?.toLowerCase().includes(FORM);
    if (isForm && request.url.startsWith('/api/')) throw new HttpProblem('media-type');
  });
  await readUploads(fastify);
  readMails(fastify);
  fastify.decorateRequest('once');
  fastify.addHook('preValidation', async (request) => takeOffMark(request));
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

declare module 'fastify' {
  interface FastifyRequest {
    /** Of one showing of one form: the same form sent twice has one effect (idempotency.interceptor.ts). */
    once?: string;
  }
}

/** A use case never sees the mark, and a class of fields need not name it. The other one, `_csrf`, is the guard's. */
function takeOffMark(request: FastifyRequest): void {
  const isForm = request.headers['content-type']?.toLowerCase().includes(FORM);
  if (!isForm && !isFormWithFile(request)) return;
  const { _once, ...fields } = (request.body ?? {}) as Record<string, unknown>;
  request.body = fields;
  if (typeof _once === 'string') request.once = _once;
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpProblem } from './problem.js';

const MAIL = 'message/rfc822';
/** Where mails are taken, and nowhere else. */
const PLACES = /^\/(api\/v1\/)?webhooks\/email\//;

declare module 'fastify' {
  interface FastifyRequest {
    /** A mail that came as the body, as its bytes: what is signed. */
    mail?: Buffer;
  }
}

/** A raw mail as the body of a call. */
export function readMails(fastify: FastifyInstance): void {
  fastify.decorateRequest('mail');
  fastify.addHook('onRequest', async ({ url, headers }) => {
    const isMail = headers['content-type']?.toLowerCase().includes(MAIL);
    if (isMail && !PLACES.test(url)) throw new HttpProblem('media-type');
  });
  fastify.addContentTypeParser(
    MAIL,
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: string | Buffer) => {
      request.mail = Buffer.from(body);
      return {};
    },
  );
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { frameOf } from './frame-view.js';
import type { ShownPage } from './page.js';

/** Puts the frame around a page and says what it is: HTML in a language, nothing that a search engine keeps. */
export function showPage(request: FastifyRequest, reply: FastifyReply, page: ShownPage): string {
  const { rendered, view } = page;
  const frame = frameOf(request, reply, page);
  if (view.status !== undefined) void reply.code(view.status);
  void reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-language', frame.language)
    .header('x-robots-tag', 'noindex, nofollow');
  return rendered({ ...view, frame });
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { loadSite, type Site } from '../../../apps/api/src/http/site.js';
import { nobody, type Visitor } from '../../../apps/api/src/http/visitor.js';
import type { ShownPage } from '../../../apps/api/src/pages/frame/page.js';
import { showPage } from '../../../apps/api/src/pages/frame/show-page.js';

/** A page as HTML without a server around it, as `visitor` sees it at `url`. */
export function htmlOf(
  page: ShownPage,
  visitor: Partial<Visitor> = {},
  url = '/',
  site: Site = loadSite(),
): string {
  const query = Object.fromEntries(new URL(url, 'http://localhost').searchParams);
  const request = {
    url,
    query,
    visitor: { ...nobody, ...visitor },
    server: { site },
  } as unknown as FastifyRequest;
  const reply = { header: () => reply, code: () => reply } as unknown as FastifyReply;
  return showPage(request, reply, page);
}

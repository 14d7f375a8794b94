import { applyDecorators, Header, UseFilters } from '@nestjs/common';
import type { Language } from '#domain';
import type { FastifyReply } from 'fastify';
import { PageFilter } from './page.filter.js';

/** A route that answers people: HTML, also when it goes wrong, and nothing that a search engine keeps. */
export const HtmlPage = (): MethodDecorator =>
  applyDecorators(
    UseFilters(PageFilter),
    Header('content-type', 'text/html; charset=utf-8'),
    Header('x-robots-tag', 'noindex, nofollow'),
  );

export function inLanguage(reply: FastifyReply, language: Language): void {
  void reply.header('content-language', language);
}

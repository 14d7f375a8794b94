import { applyDecorators, Header, HttpCode, UseFilters } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { PageFilter } from './page.filter.js';

/** A route that answers people: HTML, also when it goes wrong, and nothing that a search engine keeps. */
export const HtmlPage = (): MethodDecorator =>
  applyDecorators(
    UseFilters(PageFilter),
    Header('content-type', 'text/html; charset=utf-8'),
    Header('x-robots-tag', 'noindex, nofollow'),
  );

/** The same for pages that are no part of the interface: what they do, machines do under /api/v1. */
export const Page = (): MethodDecorator => applyDecorators(HtmlPage(), HttpCode(200), ApiExcludeEndpoint());

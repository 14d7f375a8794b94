import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { isSeeOther, ShownFragment, ShownPage } from './page.js';
import { showPage } from './show-page.js';

/**
 * Turns what a controller of pages gives back into what is sent. It stands outside the one that remembers repeated
 * requests (http/http.module.ts): what is remembered of a form is where it led to, and not the HTML.
 */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (answer instanceof ShownPage) return showPage(http.getRequest<FastifyRequest>(), reply, answer);
        if (answer instanceof ShownFragment) return answer.rendered(answer.view);
        if (!isSeeOther(answer)) return answer;
        void reply.code(303).header('location', answer.seeOther);
        return '';
      }),
    );
  }
}

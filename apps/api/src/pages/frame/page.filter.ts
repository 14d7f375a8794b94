import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { forLog } from '../../http/error-for-log.js';
import { toProblem } from '../../http/to-problem.js';
import { faultView } from './fault-view.js';
import { render } from './render.js';

/** People are answered in words and not in JSON, with the same status a machine would get. */
@Catch()
export class PageFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const { status, code, headers } = toProblem(error);
    if (status >= 500) request.log.error({ id: request.id, error: forLog(error) }, code);
    const [path = ''] = request.url.split('?', 1);
    void http
      .getResponse<FastifyReply>()
      .code(status)
      .headers(headers)
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-language', 'da')
      .header('x-robots-tag', 'noindex, nofollow')
      .send(render('fault', faultView(status, path, request.id)));
  }
}

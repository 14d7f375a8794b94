import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerPerson } from './answer-person.js';

/** People are answered in words and not in JSON, with the same status a machine would get. */
@Catch()
export class PageFilter implements ExceptionFilter {
  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    await answerPerson(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerPerson } from '../pages/frame/answer-person.js';
import { sendProblem } from './send-problem.js';
import { wantsPage } from './wants-page.js';

/** Every error that leaves the API, whoever threw it, leaves as a problem; to a browser as a page. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (wantsPage(request)) await answerPerson(error, request, reply);
    else sendProblem(error, request, reply);
  }
}

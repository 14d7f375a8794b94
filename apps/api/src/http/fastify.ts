import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { LogController, type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { answerPerson } from '../pages/frame/answer-person.js';
import { httpProblems } from './problem.js';
import { PROBLEM_TYPE, problemOf, sendProblem } from './send-problem.js';
import { codeOfStatus } from './to-problem.js';
import { wantsPage } from './wants-page.js';

const BODY_LIMIT = 1_048_576;
const LONGEST_PARAMETER = 200;
/** The hooks that set the usual one have not run: no script either. */
const BARE_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const REQUEST_TIMEOUT_MS = 30_000;

export function createFastifyAdapter(options: { logger: Logger; trustProxyHops: number }): FastifyAdapter {
  return new FastifyAdapter({
    loggerInstance: options.logger,
    // Fastify's own lines hold the address of the request; ours do not (request-log.ts).
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // A hop count and never "true": what a caller writes in X-Forwarded-For is not believed.
    trustProxy: (_address, hop) => hop < options.trustProxyHops,
    // What arrives while we drain is still answered; readiness has told the balancer to go elsewhere.
    return503OnClosing: false,
    routerOptions: { maxParamLength: LONGEST_PARAMETER, ignoreTrailingSlash: true },
    frameworkErrors: refuseBeforeRouting,
    clientErrorHandler: refuseUnreadable,
  });
}

/** The router cannot decode the address: no hook has run, so the filter never sees it. */
function refuseBeforeRouting(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  reply.header('x-content-type-options', 'nosniff');
  reply.header('content-security-policy', BARE_POLICY);
  if (wantsPage(request)) void answerPerson(error, request, reply);
  else sendProblem(error, request, reply);
}

const statusOfSocketError: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Node could not even read the request, so there is nothing but the socket to answer on. */
function refuseUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status = statusOfSocketError[error.code ?? ''] ?? 400;
  const code = codeOfStatus(status);
  const refusal = { ...httpProblems[code], code, details: {}, headers: {} };
  const body = JSON.stringify(problemOf(refusal, 'da', 'about:blank'));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: ${PROBLEM_TYPE}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n${body}`,
  );
}

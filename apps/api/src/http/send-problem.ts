import type { FastifyReply, FastifyRequest } from 'fastify';
import { forLog } from './error-for-log.js';
import { languageOf } from './text.js';
import { toProblem, type Refusal } from './to-problem.js';
import type { Language } from '#domain';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** RFC 9457. `errors` only for faults of shape; a 500 has an id in `details` that stands in the log. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  instance: string;
  details: Record<string, unknown>;
  errors?: { path: string; message: string }[];
}

export function problemOf(refusal: Refusal, language: Language, instance: string): Problem {
  const { status, code, text, details, faults } = refusal;
  return {
    type: `urn:fodfaeste:problem:${code}`,
    title: text[language],
    status,
    code,
    instance,
    details,
    ...(faults && { errors: faults.map(({ path, text: fault }) => ({ path, message: fault[language] })) }),
  };
}

/** Answers with the problem of whatever was thrown, and writes what is our own fault in the log. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = toProblem(error);
  if (refusal.status >= 500) {
    request.log.error({ id: request.id, error: forLog(error) }, refusal.code);
    if (refusal.code === 'internal') refusal.details = { id: request.id };
  }
  const language = languageOf(request.headers['accept-language']);
  void reply
    .code(refusal.status)
    .headers(refusal.headers)
    .header('content-type', PROBLEM_TYPE)
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problemOf(refusal, language, pathOf(request))));
}

/** The path without the query, which may hold what a person searched for. */
const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0]!.slice(0, 500);

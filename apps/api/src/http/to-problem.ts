import { HttpException } from '@nestjs/common';
import { DomainError } from '#domain';
import { isDatabaseAway } from '#persistence';
import { HttpProblem, httpProblems, type HttpCode } from './problem.js';
import { problemTexts, statusOfKind } from './problem-texts.js';
import { ShapeError, type Fault } from './shape-error.js';
import type { Text } from './text.js';

/** A refusal before it is put in one language. */
export interface Refusal {
  status: number;
  code: string;
  text: Text;
  details: Record<string, unknown>;
  faults?: Fault[];
  headers: Record<string, string>;
}

/** Finds what to answer for whatever was thrown. What nobody foresaw is 500 and tells nothing of itself. */
export function toProblem(error: unknown): Refusal {
  if (error instanceof DomainError) return ofDomain(error);
  if (error instanceof ShapeError) return { ...ofHttp('shape'), faults: error.faults };
  if (error instanceof HttpProblem) return ofHttp(error.code, error.details, error.headers);
  if (error instanceof HttpException) return ofHttp(codeOfStatus(error.getStatus()));
  if (isDatabaseAway(error)) return ofHttp('unavailable', {}, { 'retry-after': '2' });
  const fastifyStatus = statusOfFastify(error);
  return fastifyStatus === undefined ? ofHttp('internal') : ofHttp(fastifyStatus);
}

function ofDomain({ code, kind, details }: DomainError): Refusal {
  const wait = details['retryAfterSeconds'];
  const headers: Record<string, string> =
    typeof wait === 'number' ? { 'retry-after': String(Math.ceil(wait)) } : {};
  return { status: statusOfKind[kind], code, text: problemTexts[code], details, headers };
}

function ofHttp(
  code: HttpCode,
  details: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Refusal {
  return { ...httpProblems[code], code, details, headers };
}

/** Fastify's own refusals (a body too large, a media type it does not know) carry their status. */
function statusOfFastify(error: unknown): HttpCode | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  const { statusCode } = error;
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500
    ? codeOfStatus(statusCode)
    : undefined;
}

const codeByStatus: Readonly<Record<number, HttpCode>> = {
  400: 'bad-request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  408: 'request-timeout',
  413: 'too-large',
  414: 'uri-too-long',
  415: 'media-type',
  429: 'too-many-requests',
  431: 'headers-too-large',
  503: 'unavailable',
};

export const codeOfStatus = (status: number): HttpCode =>
  codeByStatus[status] ?? (status >= 400 && status < 500 ? 'bad-request' : 'internal');

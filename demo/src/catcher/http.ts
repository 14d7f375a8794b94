import type { IncomingMessage, ServerResponse } from 'node:http';

/** Thrown by a handler; becomes a problem document. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export class BadRequest extends Problem {
  constructor(message: string) {
    super(400, 'catcher.bad-request', message);
  }
}

const BODY_LIMIT = 8 * 1024 * 1024;

export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    parts.push(part as Buffer);
    size += (part as Buffer).length;
    if (size > BODY_LIMIT) throw new Problem(413, 'catcher.too-large', 'The body is too large');
  }
  return Buffer.concat(parts).toString('utf8');
}

/** A JSON object, or the fields of an HTML form. */
export async function readFields(request: IncomingMessage): Promise<Record<string, unknown>> {
  const body = await readBody(request);
  if (isForm(request)) return Object.fromEntries(new URLSearchParams(body));
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Said below, in the same words as for a body of another kind.
  }
  throw new BadRequest('The body must be a JSON object');
}

export function isForm(request: IncomingMessage): boolean {
  return request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(value));
}

export function sendProblem(response: ServerResponse, error: unknown): void {
  const { status, code, message } =
    error instanceof Problem ? error : new Problem(500, 'catcher.failed', String((error as Error).message));
  response.writeHead(status, { 'content-type': 'application/problem+json; charset=utf-8' });
  response.end(JSON.stringify({ type: `urn:fodfaeste:${code}`, title: message, status, code }));
}

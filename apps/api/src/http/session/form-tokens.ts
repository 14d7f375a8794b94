import { createHmac } from 'node:crypto';
import type { Actor } from '#domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** The hidden field of forms, and the header of whoever sends JSON with a session. */
export const TOKEN_FIELD = '_csrf';
const TOKEN_HEADER = 'x-csrf-token';
const MARK_LENGTH = 22;

/**
 * A token is the mark of whom the form was made for, and a signed double-submit token bound to that mark and to a
 * `__Host-` cookie. The mark outlives the session: a form that arrives after the session's end still says whose
 * it was, and nobody else's form is ever taken for one's own.
 */
export class FormTokens {
  constructor(private readonly key: string) {}

  /** Of somebody signed in, or of nobody. Says nothing of the person to who has not the key. */
  markOf(actor: Actor | null): string {
    return createHmac('sha256', this.key)
      .update(actor?.holder ?? 'nobody')
      .digest('base64url')
      .slice(0, MARK_LENGTH);
  }

  /** Sets the cookie where there is none. Once a request: the second would make another secret. */
  make(reply: FastifyReply, actor: Actor | null): string {
    const mark = this.markOf(actor);
    return `${mark}.${reply.generateCsrf({ userInfo: mark })}`;
  }

  /** The mark of a token that this browser got from us; undefined for any other. */
  async readMark(fastify: FastifyInstance, request: FastifyRequest): Promise<string | undefined> {
    const mark = markIn(request);
    if (mark === undefined) return undefined;
    return new Promise((resolve) => {
      // The plugin answers a wrong token itself; here the guard does, as a page or as a problem.
      const refusing = { send: () => resolve(undefined) } as unknown as FastifyReply;
      fastify.csrfProtection(request, refusing, () => resolve(mark));
    });
  }
}

const tokenIn = ({ body, headers }: FastifyRequest): string | undefined => {
  const field = (body as Record<string, unknown> | undefined | null)?.[TOKEN_FIELD];
  const token = field ?? headers[TOKEN_HEADER];
  return typeof token === 'string' ? token : undefined;
};

const TOKEN = new RegExp(`^([\\w-]{${MARK_LENGTH}})\\.([\\w-]{10,300})$`);

export const markIn = (request: FastifyRequest): string | undefined =>
  TOKEN.exec(tokenIn(request) ?? '')?.[1];
/** What is left for the plugin to check. */
export const rawTokenIn = (request: FastifyRequest): string => TOKEN.exec(tokenIn(request) ?? '')?.[2] ?? '';

/** The field is ours: no form's own fields are named so, and an unknown one would be refused. */
export function dropTokenField({ body }: FastifyRequest): void {
  if (typeof body === 'object' && body !== null) delete (body as Record<string, unknown>)[TOKEN_FIELD];
}

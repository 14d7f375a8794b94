import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ownPath, type Actor } from '#domain';
import { KeptForms } from '#persistence';
import { Secrets } from '#use-cases';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookies } from './cookies.js';
import { FormTokens, TOKEN_FIELD } from './form-tokens.js';

const KEPT_SECONDS = 3_600;
const LARGEST = 200_000;

/** What somebody wrote, to be sent again as it was. */
export interface WrittenForm {
  /** Where it goes. */
  path: string;
  fields: { name: string; value: string }[];
}

/**
 * Keeps a form that arrived after its session had ended. Its token says whose form it was and that this browser
 * got it from us; only that person, in this browser, gets it back.
 */
@Injectable()
export class FormDesk {
  constructor(
    private readonly forms: KeptForms,
    private readonly tokens: FormTokens,
    private readonly secrets: Secrets,
  ) {}

  /** @returns whether it was kept. */
  async keep(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const owner = await this.tokens.readMark(request.server, request);
    const path = ownPath(request.url);
    if (!owner || owner === this.tokens.markOf(null) || !path) return false;
    const plain = JSON.stringify({ path, fields: fieldsOf(request.body) } satisfies WrittenForm);
    if (plain.length > LARGEST) return false;
    const token = randomBytes(32).toString('base64url');
    await this.forms.keep({ key: hashOf(token), owner, sealed: this.secrets.seal(plain) }, KEPT_SECONDS);
    void reply.setCookie(cookies.keptForm, token, { maxAge: KEPT_SECONDS });
    return true;
  }

  async find(request: FastifyRequest, actor: Actor): Promise<WrittenForm | undefined> {
    const token = request.cookies[cookies.keptForm];
    if (!token) return undefined;
    const sealed = await this.forms.find(hashOf(token), this.tokens.markOf(actor));
    return sealed === undefined ? undefined : (JSON.parse(this.secrets.unseal(sealed)) as WrittenForm);
  }

  async drop(request: FastifyRequest, reply: FastifyReply, actor: Actor): Promise<void> {
    const token = request.cookies[cookies.keptForm];
    if (token) await this.forms.drop(hashOf(token), this.tokens.markOf(actor));
    void reply.clearCookie(cookies.keptForm);
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

function fieldsOf(body: unknown): WrittenForm['fields'] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body)
    .filter(([name]) => name !== TOKEN_FIELD)
    .flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: String(one) })));
}

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secrets } from '#use-cases';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookies } from '../../http/session/cookies.js';
import type { TypedAddress } from './typed-address.js';

const SECONDS = 1_800;

/** What this browser has asked a code for: sealed in a cookie, so that no address stands in an address. */
@Injectable()
export class CodeCookie {
  constructor(private readonly secrets: Secrets) {}

  write(reply: FastifyReply, address: TypedAddress): void {
    const sealed = this.secrets.seal(JSON.stringify(address));
    void reply.setCookie(cookies.code, sealed, { maxAge: SECONDS });
  }

  read(request: FastifyRequest): TypedAddress | undefined {
    const sealed = request.cookies[cookies.code];
    if (!sealed) return undefined;
    try {
      return JSON.parse(this.secrets.unseal(sealed)) as TypedAddress;
    } catch {
      return undefined;
    }
  }

  drop(reply: FastifyReply): void {
    void reply.clearCookie(cookies.code);
  }

  /**
   * Stands for this browser and one address. The browser is known by the secret of its forms, which every form that
   * leads here has been checked against.
   */
  browserOf(request: FastifyRequest, { to }: TypedAddress): string {
    return createHash('sha256').update(`${request.cookies[cookies.csrf]} ${to}`).digest('hex');
  }
}

import { Injectable } from '@nestjs/common';
import type { Account, SignInMethod } from '#domain';
import type { FastifyRequest } from 'fastify';
import { NoteSignIn } from '#use-cases';
import { Accounts } from './accounts.js';
import { logSignedIn } from './sign-in-log.js';

/** Begins and ends sessions. */
@Injectable()
export class SignInDesk {
  constructor(
    private readonly accounts: Accounts,
    private readonly noteSignIn: NoteSignIn,
  ) {}

  /** With a new id, whatever id the browser came with; what was open in it before is over. */
  async begin(request: FastifyRequest, account: Account, method: SignInMethod): Promise<void> {
    await request.session.regenerate();
    this.accounts.forget(account);
    request.session.account = account;
    request.session.method = method;
    // By hand: over http to a loopback address the plugin itself would not set a Secure cookie.
    await request.session.save();
    await this.noteSignIn.execute(account);
    logSignedIn(request, account, method);
  }

  /** An empty session takes its place, and the plugin takes the cookie back. */
  async end(request: FastifyRequest): Promise<void> {
    if (request.session.account) await request.session.regenerate();
  }
}

import { createHash } from 'node:crypto';
import type { Account, SessionLimits, SignInMethod } from '#domain';
import type { Sessions } from '#persistence';
// For the type of `request.session`.
import '@fastify/session';
import type { Session } from 'fastify';
import { isUnattended } from './unattended.js';

declare module 'fastify' {
  interface Session {
    /** Only while somebody is signed in: nobody else has a row. */
    account?: Account;
    method?: SignInMethod;
  }
}

/** What is kept of a session's id. */
export const hashOfSession = (sessionId: string): string =>
  createHash('sha256').update(sessionId).digest('hex');

/** The rows of PostgreSQL behind @fastify/session. A session holds an account and nothing that could change. */
export class SessionStore {
  constructor(
    private readonly sessions: Sessions,
    private readonly limits: SessionLimits,
  ) {}

  set(sessionId: string, session: Session, done: (error?: unknown) => void): void {
    const { account, method } = session;
    if (!account || !method) return done();
    const opened = this.sessions.open(hashOfSession(sessionId), account, method, this.limits[account.kind]);
    opened.then(() => done(), done);
  }

  get(sessionId: string, done: (error: unknown, session?: Session | null) => void): void {
    this.sessions
      .find(hashOfSession(sessionId), { lastsOn: !isUnattended() })
      .then((found) => done(null, found ? { ...found, cookie: { originalMaxAge: null } } : null), done);
  }

  destroy(sessionId: string, done: (error?: unknown) => void): void {
    this.sessions.end(hashOfSession(sessionId)).then(() => done(), done);
  }
}

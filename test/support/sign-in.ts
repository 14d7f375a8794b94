import { randomBytes } from 'node:crypto';
import Tokens from '@fastify/csrf';
import { Signer } from '@fastify/cookie';
import type { INestApplication } from '@nestjs/common';
import type { Account, Actor } from '#domain';
import { Sessions } from '#persistence';
import { ApiConfig } from '../../apps/api/src/config.js';
import { Accounts } from '../../apps/api/src/http/session/accounts.js';
import { cookies } from '../../apps/api/src/http/session/cookies.js';
import { FormTokens } from '../../apps/api/src/http/session/form-tokens.js';
import { sessionKeys } from '../../apps/api/src/http/session/session-keys.js';
import { hashOfSession } from '../../apps/api/src/http/session/session-store.js';

export interface SignedIn {
  actor: Actor;
  sessionId: string;
  /** For the header `cookie`. */
  cookie: string;
  /** For the field `_csrf`, or the header `x-csrf-token`. */
  csrf: string;
  /** For JSON and forms alike: `fetch(url, { method: 'POST', headers: signedIn.headers, body })`. */
  headers: Record<string, string>;
}

/** Somebody with a session, as if just signed in: the row is real, and so are the cookies. */
export async function signInAs(app: INestApplication, account: Account): Promise<SignedIn> {
  const config = app.get(ApiConfig);
  const keys = sessionKeys(config.masterKeys);
  const sessionId = randomBytes(24).toString('base64url');
  const limit = config.sessionLimits[account.kind];
  await app.get(Sessions).open(hashOfSession(sessionId), account, 'demo', limit);
  const known = await app.get(Accounts).find(account);
  if (!known) throw new Error('There is no such account, or it has ended.');
  const mark = app.get(FormTokens).markOf(known.actor);
  // Called as a function, its types forget what its options said.
  const tokens = Tokens({ hmacKey: keys.forms, userInfo: true }) as Tokens.TokensUserinfo;
  const secret = tokens.secretSync();
  const csrf = `${mark}.${tokens.create(secret, mark)}`;
  const signed = new Signer(keys.cookies).sign(sessionId);
  const cookie = `${cookies.session}=${encodeURIComponent(signed)}; ${cookies.csrf}=${secret}`;
  return { actor: known.actor, sessionId, cookie, csrf, headers: { cookie, 'x-csrf-token': csrf } };
}

import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import session from '@fastify/session';
import type { SessionLimits } from '#domain';
import type { Sessions } from '#persistence';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inDanishOrEnglish, type PageLanguage } from '../page-language.js';
import { isOffered } from '../site.js';
import { nobody, type Visitor } from '../visitor.js';
import type { Accounts } from './accounts.js';
import { attributes, cookies } from './cookies.js';
import { markIn, rawTokenIn, type FormTokens } from './form-tokens.js';
import type { SessionKeys } from './session-keys.js';
import { SessionStore } from './session-store.js';
import { noticeUnattended } from './unattended.js';

export interface VisitorServices {
  sessions: Sessions;
  accounts: Accounts;
  tokens: FormTokens;
  keys: SessionKeys;
  limits: SessionLimits;
  isDemo: boolean;
}

const A_YEAR = 31_536_000;

/** Cookies, sessions in PostgreSQL, form tokens, and `request.visitor` on every request. */
export async function knowVisitors(fastify: FastifyInstance, services: VisitorServices): Promise<void> {
  const { sessions, keys, limits } = services;
  noticeUnattended(fastify);
  await fastify.register(cookie, { parseOptions: attributes });
  await fastify.register(session, {
    store: new SessionStore(sessions, limits),
    secret: keys.cookies,
    cookieName: cookies.session,
    cookie: { ...attributes },
    // A row, and a cookie, only for who signs in; the desk saves it by itself (sign-in-desk.ts).
    saveUninitialized: false,
    rolling: false,
  });
  await fastify.register(csrf, {
    cookieKey: cookies.csrf,
    cookieOpts: attributes,
    csrfOpts: { hmacKey: keys.forms },
    getUserInfo: (request) => markIn(request) ?? '',
    getToken: rawTokenIn,
    logLevel: 'debug',
  });
  fastify.decorateRequest('visitor', undefined);
  fastify.addHook('onRequest', async (request, reply) => {
    request.visitor = await visitorOf(request, reply, services);
  });
}

async function visitorOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { accounts, tokens, isDemo }: VisitorServices,
): Promise<Visitor> {
  const chosen = chosenLanguage(request, reply);
  // A key says who calls; the cookie beside it is nobody's business.
  const account = request.headers.authorization === undefined ? request.session?.account : undefined;
  const known = account && (await accounts.find(account));
  // The account has ended, and its session with it; an empty one takes its place.
  if (account && !known) await request.session.regenerate();
  const method = request.session?.method;
  const actor = known ? { ...known.actor, ...(method && { signedInWith: method }) } : null;
  let token: string | undefined;
  return {
    ...nobody,
    actor,
    bySession: known !== undefined,
    name: known?.name ?? '',
    municipality: known?.municipality ?? '',
    language: inDanishOrEnglish(chosen ?? known?.language ?? 'da'),
    chosen,
    contact: known?.contact ?? null,
    demo: isDemo,
    csrfToken: () => (token ??= tokens.make(reply, actor)),
  };
}

/** `?sprog=en` is how the switch chooses; it holds until the next choice. */
function chosenLanguage(request: FastifyRequest, reply: FastifyReply): PageLanguage | null {
  const { sprog } = (request.query ?? {}) as Record<string, unknown>;
  const { site } = request.server;
  if (isOffered(site, sprog)) {
    void reply.setCookie(cookies.language, sprog, { maxAge: A_YEAR });
    return sprog;
  }
  const before = request.cookies[cookies.language];
  return isOffered(site, before) ? before : null;
}

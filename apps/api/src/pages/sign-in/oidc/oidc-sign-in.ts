import { Injectable } from '@nestjs/common';
import type { Claims, IdentityProvider } from '#domain';
import { IdentityProviders, Secrets } from '#use-cases';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as oidc from 'openid-client';
import { ApiConfig } from '../../../config.js';
import { cookies } from '../../../http/session/cookies.js';
import { OidcClients } from './oidc-clients.js';
import { isProviderAway, ProviderAway } from './provider-away.js';

/** What is remembered, sealed in a cookie of this browser, between going to the provider and coming back. */
interface Attempt {
  providerId: string;
  state: string;
  nonce: string;
  verifier: string;
  next: string | null;
}

export interface ComeBack {
  provider: IdentityProvider;
  subject: string;
  claims: Claims;
  next: string | null;
}

/** The way back leads nowhere: replayed, forged, cancelled, too old. Whoever it is may begin again. */
export class NotComeBack extends Error {
  constructor(
    readonly provider: IdentityProvider | undefined,
    cause?: unknown,
  ) {
    super('The sign-in was not completed', { cause });
    this.name = 'NotComeBack';
  }
}

const ATTEMPT_SECONDS = 900;

/** Authorisation code with PKCE, state and nonce (OpenID Connect Core 1.0, RFC 7636). */
@Injectable()
export class OidcSignIn {
  constructor(
    private readonly clients: OidcClients,
    private readonly providers: IdentityProviders,
    private readonly secrets: Secrets,
    private readonly config: ApiConfig,
  ) {}

  /** @returns where to send the browser. @throws ProviderAway */
  async start(provider: IdentityProvider, reply: FastifyReply, next: string | undefined): Promise<string> {
    const client = await this.clients.for(provider);
    const attempt: Attempt = {
      providerId: provider.id,
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
      next: next ?? null,
    };
    const address = oidc.buildAuthorizationUrl(client, {
      redirect_uri: this.redirectUri,
      scope: provider.scopes,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    });
    void reply.setCookie(cookieOf(attempt.state), this.secrets.seal(JSON.stringify(attempt)), {
      maxAge: ATTEMPT_SECONDS,
    });
    return address.href;
  }

  /** @throws NotComeBack, ProviderAway */
  async comeBack(request: FastifyRequest, reply: FastifyReply): Promise<ComeBack> {
    const attempt = this.attemptOf(request, reply);
    const provider = attempt && (await this.providers.find(attempt.providerId));
    if (!attempt || !provider) throw new NotComeBack(undefined);
    const client = await this.clients.for(provider);
    try {
      const tokens = await oidc.authorizationCodeGrant(client, new URL(request.url, this.config.PUBLIC_URL), {
        pkceCodeVerifier: attempt.verifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      });
      this.clients.learn(provider, client);
      const fromToken = tokens.claims()!;
      const claims = await this.allClaims(client, tokens.access_token, fromToken);
      return { provider, subject: fromToken.sub, claims, next: attempt.next };
    } catch (error) {
      throw isProviderAway(error) ? new ProviderAway(provider, error) : new NotComeBack(provider, error);
    }
  }

  /** Where the provider ends its own session too, when it can. */
  async endSession(provider: IdentityProvider, backTo: string): Promise<string | undefined> {
    const client = await this.clients.for(provider);
    if (!client.serverMetadata().end_session_endpoint) return undefined;
    const post_logout_redirect_uri = this.config.PUBLIC_URL + backTo;
    return oidc.buildEndSessionUrl(client, { client_id: provider.clientId, post_logout_redirect_uri }).href;
  }

  private get redirectUri(): string {
    return `${this.config.PUBLIC_URL}/log-ind/oidc/retur`;
  }

  /** Good for one return: the cookie goes whatever comes of it. Undefined for what was not begun in this browser. */
  private attemptOf(request: FastifyRequest, reply: FastifyReply): Attempt | undefined {
    const { state } = request.query as Record<string, unknown>;
    if (typeof state !== 'string') return undefined;
    const sealed = request.cookies[cookieOf(state)];
    if (!sealed) return undefined;
    void reply.clearCookie(cookieOf(state));
    try {
      const attempt = JSON.parse(this.secrets.unseal(sealed)) as Attempt;
      return attempt.state === state ? attempt : undefined;
    } catch {
      return undefined;
    }
  }

  /** Many providers tell name and address only at the userinfo endpoint (OpenID Connect Core 1.0, section 5.4). */
  private async allClaims(
    client: oidc.Configuration,
    accessToken: string,
    claims: oidc.IDToken,
  ): Promise<Claims> {
    if (!client.serverMetadata().userinfo_endpoint) return claims;
    const more = await oidc.fetchUserInfo(client, accessToken, claims.sub);
    return { ...more, ...claims };
  }
}

/** One for each attempt: two tabs may sign in at the same time. */
const cookieOf = (state: string): string => `${cookies.oidc}-${state.replace(/[^\w-]/g, '').slice(0, 12)}`;

import { Injectable } from '@nestjs/common';
import type { IdentityProvider } from '#domain';
import { Secrets } from '#use-cases';
import * as oidc from 'openid-client';
import { isProviderAway, ProviderAway } from './provider-away.js';

type KeySet = NonNullable<ReturnType<typeof oidc.getJwksCache>>;

interface Known {
  server: oidc.ServerMetadata;
  keys: KeySet['jwks'] | undefined;
  until: number;
}

const KNOWN_FOR_MS = 5 * 60_000;
const TIMEOUT_SECONDS = 5;
const CLOCK_TOLERANCE_SECONDS = 10;
/** From this age on, openid-client fetches the keys again when a token names one that it does not know. */
const AGE_OF_KEYS_SECONDS = 61;

/** What providers say of themselves, and their keys, asked for again every five minutes and whenever a key is new. */
@Injectable()
export class OidcClients {
  private readonly known = new Map<string, Known>();

  constructor(private readonly secrets: Secrets) {}

  /** A client for one sign-in. @throws ProviderAway */
  async for(provider: IdentityProvider): Promise<oidc.Configuration> {
    const { server, keys } = await this.ask(provider);
    const client = this.configure(provider, server);
    if (keys)
      oidc.setJwksCache(client, { jwks: keys, uat: Math.floor(Date.now() / 1_000) - AGE_OF_KEYS_SECONDS });
    return client;
  }

  /** After a sign-in: the keys it may have fetched are there for the next one. */
  learn(provider: IdentityProvider, client: oidc.Configuration): void {
    const known = this.known.get(nameOf(provider));
    const fetched = oidc.getJwksCache(client);
    if (known && fetched) known.keys = fetched.jwks;
  }

  private async ask(provider: IdentityProvider): Promise<Known> {
    const name = nameOf(provider);
    const before = this.known.get(name);
    if (before && before.until > Date.now()) return before;
    const { issuer, clientId } = provider;
    const execute = isLoopback(issuer) ? [oidc.allowInsecureRequests] : [];
    try {
      const found = await oidc.discovery(new URL(issuer), clientId, undefined, undefined, {
        timeout: TIMEOUT_SECONDS,
        execute,
      });
      const server = { ...found.serverMetadata() } as oidc.ServerMetadata;
      const known = { server, keys: undefined, until: Date.now() + KNOWN_FOR_MS };
      this.known.set(name, known);
      return known;
    } catch (error) {
      throw isProviderAway(error) ? new ProviderAway(provider, error) : error;
    }
  }

  private configure(provider: IdentityProvider, server: oidc.ServerMetadata): oidc.Configuration {
    const { issuer, clientId, clientSecretSealed } = provider;
    const secret = this.secrets.unseal(clientSecretSealed);
    // What a provider does not say is client_secret_basic (OpenID Connect Discovery 1.0, section 3).
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const authentication = methods.includes('client_secret_basic')
      ? oidc.ClientSecretBasic(secret)
      : oidc.ClientSecretPost(secret);
    const metadata = { client_secret: secret, [oidc.clockTolerance]: CLOCK_TOLERANCE_SECONDS };
    const client = new oidc.Configuration(server, clientId, metadata, authentication);
    client.timeout = TIMEOUT_SECONDS;
    // The token came over TLS from the provider itself; its signature is checked all the same.
    oidc.enableNonRepudiationChecks(client);
    if (isLoopback(issuer)) oidc.allowInsecureRequests(client);
    return client;
  }
}

/** Another secret or client of the same provider is another client. */
const nameOf = ({ id, issuer, clientId }: IdentityProvider): string => `${id} ${issuer} ${clientId}`;

/** A provider on this machine, for tests and for trying out. */
const isLoopback = (issuer: string): boolean => /^http:\/\/(?:127\.0\.0\.1|localhost)[:/]/.test(`${issuer}/`);

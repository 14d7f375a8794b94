import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import Provider from 'oidc-provider';

export interface Person {
  name?: string;
  email?: string;
  email_verified?: boolean;
  groups?: string[];
  cvr?: string;
}

export const CLIENT = { id: 'fodfaeste', secret: 'the-secret-of-the-client' };

/**
 * A real OpenID provider on a port of its own. Its development screens ask for a login name and a consent; whoever
 * is named gets the claims told here. It can be stopped, and started again with other keys.
 */
export class OpenIdProvider {
  readonly people = new Map<string, Person>();
  /** Changes what leaves the token endpoint: for tokens that no honest provider would send. */
  tamper: ((answer: Record<string, unknown>) => Promise<void> | void) | undefined;
  private server: Server | undefined;
  keys: JWK[] = [];

  private constructor(
    readonly issuer: string,
    private readonly port: number,
    private readonly redirectUri: string,
    private readonly logoutUri: string,
  ) {}

  static async start(publicUrl: string): Promise<OpenIdProvider> {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as AddressInfo;
    probe.close();
    await once(probe, 'close');
    const provider = new OpenIdProvider(
      `http://127.0.0.1:${port}`,
      port,
      `${publicUrl}/log-ind/oidc/retur`,
      `${publicUrl}/log-ud/farvel`,
    );
    await provider.open(await newKey());
    return provider;
  }

  /** Listens, with this key as the only one. */
  async open(key: JWK): Promise<void> {
    this.keys = [key];
    const provider = new Provider(this.issuer, this.configuration([key]));
    provider.use(async (ctx, next) => {
      await next();
      const isTokens = ctx.path === '/token' && ctx.status === 200;
      if (isTokens && this.tamper) await this.tamper(ctx.body as Record<string, unknown>);
    });
    this.server = createServer(provider.callback());
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }

  async rotate(): Promise<void> {
    await this.stop();
    await this.open(await newKey());
  }

  private configuration(keys: JWK[]): object {
    return {
      clients: [
        {
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          redirect_uris: [this.redirectUri],
          post_logout_redirect_uris: [this.logoutUri],
          response_types: ['code'],
          grant_types: ['authorization_code'],
        },
      ],
      jwks: { keys },
      pkce: { required: () => true },
      scopes: ['openid', 'profile', 'email', 'groups', 'cvr'],
      claims: {
        openid: ['sub'],
        profile: ['name'],
        email: ['email', 'email_verified'],
        groups: ['groups'],
        cvr: ['cvr'],
      },
      cookies: { keys: ['cookies-of-the-provider'] },
      findAccount: (_ctx: unknown, sub: string) => ({
        accountId: sub,
        claims: () => Promise.resolve({ sub, ...this.people.get(sub) }),
      }),
      features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    };
  }
}

export async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: crypto.randomUUID() };
}

/** Goes through the provider's own screens as a person does. @returns the address back, with the code. */
export async function goThrough(address: string, login: string): Promise<string> {
  const jar = new Map<string, string>();
  const send = async (
    url: string,
    init: RequestInit = {},
  ): Promise<{ location: string; html: string; url: string }> => {
    const response = await fetch(url, {
      redirect: 'manual',
      ...init,
      headers: { ...init.headers, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      jar.set(name!, value!);
    }
    const location = response.headers.get('location') ?? '';
    return { location: location && new URL(location, url).href, html: await response.text(), url };
  };
  let at = await send(address);
  for (let hops = 0; hops < 20; hops++) {
    if (at.location.includes('/log-ind/oidc/retur')) return at.location;
    if (at.location) at = await send(at.location);
    else {
      const action = new URL(/action="([^"]+)"/.exec(at.html)![1]!, at.url).href;
      const prompt = /name="prompt" value="([^"]+)"/.exec(at.html)?.[1] ?? 'login';
      const body = new URLSearchParams({ prompt, ...(prompt === 'login' && { login, password: 'x' }) });
      at = await send(action, { method: 'POST', body });
    }
  }
  throw new Error(`The provider did not come to an end: ${at.html.slice(0, 500)}`);
}

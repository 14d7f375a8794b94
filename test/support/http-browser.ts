/** What a page answered. */
export interface Shown {
  status: number;
  /** Where it leads to; empty when it leads nowhere. */
  location: string;
  html: string;
  headers: Headers;
  heading: string;
  /** `Set-Cookie` as it came. */
  cookies: string[];
}

/**
 * As much of a browser as sign-in needs: keeps cookies, sends back the token of the page it shows, and goes where it
 * is told only when asked to. A browser of somebody else is another one.
 */
export class HttpBrowser {
  readonly jar = new Map<string, string>();
  private shown = '';

  constructor(
    readonly url: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  async get(path: string, headers: Record<string, string> = {}): Promise<Shown> {
    return this.send(path, { headers });
  }

  /** Sends the fields with the token of the page that was shown last. */
  async post(
    path: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<Shown> {
    const body = new URLSearchParams({ _csrf: this.token, ...fields });
    return this.send(path, { method: 'POST', body, headers });
  }

  /** Goes on until it is told to go nowhere. */
  async follow(path: string): Promise<Shown> {
    let shown = await this.get(path);
    for (let hops = 0; shown.location !== '' && hops < 15; hops++) shown = await this.get(shown.location);
    return shown;
  }

  get token(): string {
    return /name="_csrf" value="([^"]+)"/.exec(this.shown)?.[1] ?? '';
  }

  /** For `fetch` beside it. */
  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private async send(path: string, init: RequestInit): Promise<Shown> {
    const address = new URL(path, this.url);
    // Addresses are made for the public name of the installation; it is served here.
    const here = new URL(address.pathname + address.search, this.url);
    const headers = { ...this.headers, ...(this.jar.size > 0 && { cookie: this.cookie }), ...init.headers };
    const response = await fetch(here, { redirect: 'manual', ...init, headers });
    const cookies = response.headers.getSetCookie();
    for (const cookie of cookies) this.keep(cookie);
    const html = await response.text();
    if (html.includes('<form')) this.shown = html;
    return {
      status: response.status,
      location: response.headers.get('location') ?? '',
      html: html.replaceAll('\u00a0', ' '),
      headers: response.headers,
      heading: /<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1] ?? '',
      cookies,
    };
  }

  private keep(cookie: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (name === undefined) return;
    if (/expires=thu, 01 jan 1970/i.test(cookie)) this.jar.delete(name);
    else this.jar.set(name, value ?? '');
  }
}

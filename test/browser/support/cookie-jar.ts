import { formsIn, type FoundForm } from './forms-in.js';

export interface Answer {
  status: number;
  to: string | null;
  /** Its content type, as `text/html; charset=utf-8`. */
  type: string;
  html: string;
}

/** A browser without a window: it follows nothing, and keeps the cookies that it is given. */
export class CookieJar {
  private readonly kept: Map<string, string>;

  constructor(
    readonly url: string,
    header = '',
  ) {
    this.kept = new Map(header === '' ? [] : header.split('; ').map(nameAndValue));
  }

  /** `a=1; b=2` */
  get header(): string {
    return [...this.kept].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async ask(path: string, body?: URLSearchParams): Promise<Answer> {
    const response = await fetch(this.url + path, {
      headers: { accept: 'text/html', cookie: this.header },
      redirect: 'manual',
      ...(body && { method: 'POST', body }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name, value] = nameAndValue(cookie.split(';')[0]!);
      if (value === '') this.kept.delete(name);
      else this.kept.set(name, value);
    }
    return {
      status: response.status,
      to: response.headers.get('location'),
      type: response.headers.get('content-type') ?? '',
      html: await response.text(),
    };
  }

  /** The form of the page that goes to `action`. */
  async formOf(path: string, action = path): Promise<FoundForm> {
    const { html, status } = await this.ask(path);
    const form = formsIn(html, path).find((one) => one.action === action);
    if (!form) throw new Error(`${path} answered ${status} and has no form to ${action}`);
    return form;
  }

  /** Sends it as it stands there, but for what is typed. */
  async press({ action, fields }: FoundForm, typed: Record<string, string> = {}): Promise<Answer> {
    const body = new URLSearchParams(fields.map(({ name, value }): [string, string] => [name, value]));
    for (const [name, value] of Object.entries(typed)) body.set(name, value);
    return this.ask(action, body);
  }
}

function nameAndValue(text: string): [string, string] {
  const at = text.indexOf('=');
  return [text.slice(0, at), text.slice(at + 1)];
}

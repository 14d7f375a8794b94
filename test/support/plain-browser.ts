import type { INestApplication } from '@nestjs/common';
import type { Account } from '#domain';
import { signInAs } from './sign-in.js';

/** A form of a page as a browser without scripts holds it: where it goes, and what it sends along. */
export interface PlainForm {
  action: string;
  method: string;
  fields: Record<string, string>;
  buttons: { name: string; value: string; label: string }[];
}

export interface PlainPage {
  path: string;
  status: number;
  headers: Headers;
  html: string;
  heading: string;
  /** As it is read, without markup and with plain spaces. */
  text: string;
  forms: PlainForm[];
}

/** Somebody signed in, with a browser that knows links, forms and cookies, and no scripts. */
export class PlainBrowser {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  static async of(app: INestApplication, url: string, account: Account): Promise<PlainBrowser> {
    return new PlainBrowser(url, (await signInAs(app, account)).cookie);
  }

  /** Follows where the answer leads, as browsers do. */
  async open(path: string, init: RequestInit = {}): Promise<PlainPage> {
    const response = await fetch(new URL(path, this.url), {
      redirect: 'manual',
      ...init,
      headers: { cookie: this.cookie, accept: 'text/html', ...init.headers },
    });
    const location = response.headers.get('location');
    if (response.status === 303 && location) return this.open(location);
    const html = (await response.text()).replaceAll('\u00a0', ' ');
    return {
      path,
      status: response.status,
      headers: response.headers,
      html,
      heading: plain(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? ''),
      text: plain(html.replace(/[\s\S]*<main[^>]*>/, '').replace(/<\/main>[\s\S]*/, '')),
      forms: formsOf(html, path),
    };
  }

  /** Presses a button of the form whose address ends so; `typed` goes over what stood in the fields. */
  press(
    page: PlainPage,
    action: string,
    button = '',
    typed: Record<string, string> = {},
  ): Promise<PlainPage> {
    return this.send(formOf(page, action, button), button, typed);
  }

  send(form: PlainForm, button = '', typed: Record<string, string> = {}): Promise<PlainPage> {
    const pressed = form.buttons.find(({ label }) => label.startsWith(button));
    if (!pressed)
      throw new Error(`No button "${button}" but ${form.buttons.map((one) => one.label).join(', ')}`);
    const fields = {
      ...form.fields,
      ...typed,
      ...(pressed.name && { [pressed.name]: pressed.value }),
    };
    if (form.method === 'get') return this.open(`${form.action}?${new URLSearchParams(fields).toString()}`);
    return this.open(form.action, { method: 'POST', body: new URLSearchParams(fields) });
  }
}

/** The form whose address ends so and that has such a button. */
export function formOf({ forms, path }: PlainPage, action: string, button = ''): PlainForm {
  const form = forms.find(
    (one) => one.action.endsWith(action) && one.buttons.some(({ label }) => label.startsWith(button)),
  );
  if (!form)
    throw new Error(`${path} has no form to ${action} but ${forms.map((one) => one.action).join(', ')}`);
  return form;
}

const plain = (html: string): string =>
  decoded(
    html
      .replace(/<(?:p|h\d|li|dt|dd|tr|td|div|section|button|summary|label|legend|br)\b[^>]*>/g, '\n')
      .replace(/<[^>]*>/g, ''),
  )
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();

const decoded = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&#x3D;/g, '=')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

function formsOf(html: string, path: string): PlainForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', body = '']) => {
    const fields: Record<string, string> = {};
    for (const [, input = ''] of body.matchAll(/<input\b([^>]*)>/g)) {
      const name = attribute(input, 'name');
      const type = attribute(input, 'type');
      const isOff = (type === 'radio' || type === 'checkbox') && !/\bchecked\b/.test(input);
      if (name && !isOff) fields[name] = attribute(input, 'value');
    }
    const buttons = [...body.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/g)]
      .filter(([, button = '']) => attribute(button, 'type') !== 'button')
      .map(([, button = '', label = '']) => ({
        name: attribute(button, 'name'),
        value: attribute(button, 'value'),
        label: plain(label),
      }));
    return {
      action: attribute(head, 'action') || path,
      method: attribute(head, 'method') || 'get',
      fields,
      buttons,
    };
  });
}

const attribute = (head: string, name: string): string =>
  decoded(new RegExp(`\\b${name}="([^"]*)"`).exec(head)?.[1] ?? '');

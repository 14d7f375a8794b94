import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { messageTemplates, templatesFolder } from '#notifications';
import { startCatcher, type Catcher } from '../../../demo/src/catcher/index.js';

let catcher: Catcher;
beforeAll(async () => {
  catcher = await startCatcher({
    webhookBaseUrl: 'http://127.0.0.1:1',
    smsToken: 'token',
    webhookSecret: 'secret',
    sender: '4560575797',
  });
});
afterAll(() => catcher.close());

async function look(path: string): Promise<{ status: number; html: string; policy: string }> {
  const response = await fetch(new URL(path, catcher.outboxUrl));
  const policy = response.headers.get('content-security-policy') ?? '';
  return { status: response.status, html: await response.text(), policy };
}

describe('the mailbox of samples', () => {
  test('has every message whose words there are, in both languages and every way', async () => {
    const folders = readdirSync(join(templatesFolder(), 'messages'), { withFileTypes: true });
    const names = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect([...messageTemplates]).toEqual(names.sort());
    const { html } = await look('/beskeder');
    for (const name of names) expect(html).toContain(`<a href="/beskeder/${name}">${name}</a>`);
    for (const name of names) {
      const page = await look(`/beskeder/${name}`);
      expect({ name, status: page.status }).toEqual({ name, status: 200 });
      for (const language of ['da', 'en']) expect(page.html).toContain(`<section lang="${language}">`);
      for (const [, places] of page.html.matchAll(/SMS: (\d+) af 160 pladser, 1 del</g))
        expect(Number(places)).toBeLessThanOrEqual(160);
      expect(page.html).not.toMatch(/\d+ dele</);
    }
  });

  test('finds by name', async () => {
    const { html } = await look('/beskeder?soeg=shift-');
    expect(html).toContain('>shift-reminder</a>');
    expect(html).not.toContain('>offer</a>');
    expect((await look('/beskeder?soeg=%3Cb%3E')).html).toContain('&lt;b&gt;');
  });

  test('shows the HTML of an e-mail as a document without rights', async () => {
    const { html } = await look('/beskeder/offer');
    expect(html).toContain('<iframe sandbox title="Mailen som HTML" src="/beskeder/offer/da/0">');
    const email = await look('/beskeder/offer/en/0');
    expect(email.html).toContain('<html lang="en"');
    expect(email.policy).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
    );
    for (const path of ['/beskeder/nothing', '/beskeder/offer/xx/0', '/beskeder/offer/da/99'])
      expect((await look(path)).status).toBe(404);
  });
});

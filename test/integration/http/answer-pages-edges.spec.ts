import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { servePages, type ServedPages } from '../../browser/support/served-pages.js';

let pages: ServedPages;
beforeAll(async () => {
  pages = await servePages();
});
afterAll(() => pages.stop());

const UNKNOWN = 'x'.repeat(22);

describe('a link that leads nowhere', () => {
  it('is a friendly page without hints, the same for all of them', async () => {
    const unknown = await pages.get(`/o/${UNKNOWN}`);
    expect([unknown.status, unknown.heading]).toEqual([404, 'Linket virker ikke længere.']);
    expect(unknown.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const malformed = [
      'a',
      'æøå',
      '%00',
      '..%2f..%2fetc',
      'a'.repeat(150),
      "'%20OR%201=1--",
      '%3Cscript%3E',
      UNKNOWN + '=',
    ];
    for (const token of malformed) {
      for (const side of ['o', 'e']) {
        const { status, html } = await pages.get(`/${side}/${token}`);
        expect({ token, status, html }).toEqual({ token, status: 404, html: unknown.html });
      }
    }
    expect((await pages.post(`/o/${UNKNOWN}`, { answer: 'yes' })).html).toBe(unknown.html);
    expect((await pages.get(`/o/${UNKNOWN}`, { method: 'HEAD' })).status).toBe(404);
  });
});

describe('an answer that is none', () => {
  it.each<[string, Record<string, string> | [string, string][]]>([
    ['nothing', {}],
    ['an unknown word', { answer: 'maybe' }],
    [
      'two words',
      [
        ['answer', 'yes'],
        ['answer', 'no'],
      ],
    ],
    ['an unknown reason', { answer: 'no', reason: 'ill' }],
    ['a field there is none of', { answer: 'yes', citizenId: '1' }],
    ['a prototype', { answer: 'yes', ['__proto__']: 'x' }],
    ['a NUL', { answer: 'yes\0' }],
  ])('%s is a 400 page with the way back, and changes nothing', async (_, fields) => {
    const { token, offer } = await pages.scene.offered();
    const body = new URLSearchParams(fields);
    const refused = await pages.get(`/o/${token}`, { method: 'POST', body });
    expect([refused.status, refused.heading]).toEqual([400, 'Vi forstod ikke svaret.']);
    expect(refused.html).toContain(`href="/o/${token}"`);
    const [row] = await pages.scene.sql('SELECT answers FROM offers WHERE id = $1', [offer.id]);
    expect(row!['answers']).toEqual([]);
  });
});

/** It stands in the head, from our own address, and does not know what the page shows. */
function withoutOurScript(html: string): string {
  const script = /<script src="\/assets\/pages\/page-\w{10}\.js" defer><\/script>/;
  expect(html).toMatch(script);
  return html.replace(script, '');
}

describe('words of people', () => {
  it('are shown as they are written, and never as markup', async () => {
    const evil = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>{{constructor}}`;
    const goals = [{ category: 'lager', rank: 1, ownWords: evil }];
    const options = { citizen: { jobGoals: goals }, smallJob: { title: evil, description: evil } };
    const [offer, asked, proposed] = [
      await pages.scene.offered(options),
      await pages.scene.asked(options),
      await pages.scene.proposed(options),
    ];
    for (const path of [`/o/${offer.token}`, `/o/${asked.token}`, `/e/${proposed.token}`]) {
      const html = withoutOurScript((await pages.get(path)).html);
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;');
      expect(html).toContain('{{constructor}}');
      expect(html).not.toMatch(/<script|<img|<[^>]*\sonerror/i);
    }
  });
});

describe('a page', () => {
  it('has the headers of a letter: kept nowhere, found by nobody, telling nobody where one came from', async () => {
    const { token } = await pages.scene.offered();
    for (const path of [`/o/${token}`, `/o/${UNKNOWN}`, '/']) {
      const { headers } = await pages.get(path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'content-language': 'da',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
        'content-security-policy': expect.stringMatching(/^default-src 'none';.*form-action 'self'/),
      });
      expect(headers.get('set-cookie')).toBeNull();
    }
  });

  it('holds no script but the one of all pages, no inline style, nothing from elsewhere and not its own token', async () => {
    const { token } = await pages.scene.offered();
    const html = withoutOurScript((await pages.get(`/o/${token}`)).html);
    // A map that somebody may choose to open is a plain link with the workplace, and is told nothing.
    const [, map] = /<a href="(https:[^"]+)" rel="noreferrer external">/.exec(html)!;
    expect(map).toMatch(/^https:\/\/www\.openstreetmap\.org\/directions\?to&#x3D;55\.\d+%2C9\.\d+$/);
    const rest = html.replace(map!, '').replace(`/o/${token}/penge`, '');
    expect(rest).not.toMatch(/<script|style=|<style|https?:\/\/|\/\/[a-z]/i);
    expect(rest).not.toContain(token);
  });

  it('names its style after the content, so that it is kept for ever; no other name is there', async () => {
    const { html } = await pages.get('/');
    const [path] = /\/assets\/pages\/page-[0-9a-f]{10}\.css/.exec(html)!;
    const style = await pages.get(path);
    expect(style.status).toBe(200);
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(style.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await pages.get('/assets/pages/page-0000000000.css')).status).toBe(404);
    expect((await pages.get('/assets/pages/..%2fanswer.hbs')).status).toBe(404);
  });

  it('speaks English to whoever has chosen that, all of it', async () => {
    const { token } = await pages.scene.offered({
      citizen: { language: 'en' },
      smallJob: { description: 'Collecting empty boxes' },
    });
    const shown = await pages.get(`/o/${token}`);
    expect(shown.headers.get('content-language')).toBe('en');
    expect(shown.html).toMatch(
      /<html lang="en" dir="ltr">.*Hi Jonas.*Yes, I would like to.*No thanks.*Call me first/s,
    );
    await pages.post(`/o/${token}`, { answer: 'yes' });
    const after = await pages.get(`/o/${token}`);
    expect(after.heading).toBe('Thank you. You have said yes.');
    expect(after.html).toMatch(/Vejle Municipality.*The company gets your name and number .* at 9\./s);
    expect(after.html).toContain('<h2 class="title" lang="da">');
    expect(after.html).not.toMatch(/\b(?:Du|Dit|Firmaet|Hvornår|Hvor|Svar)\b/);
  });
});

describe('a token', () => {
  it('stands in no log and no table, only its hash', async () => {
    const { token } = await pages.scene.offered();
    pages.log.length = 0;
    await pages.get(`/o/${token}?again=${token}`);
    await pages.post(`/o/${token}`, { answer: 'maybe' });
    await pages.post(`/o/${token}`, { answer: 'no' });
    await pages.get(`/e/${token}`);
    await pages.get(`/o/${token}/more`);
    expect(pages.log.join('')).toContain('"route":"/o/:token"');
    expect(pages.log.join('')).not.toContain(token);
    expect(await pages.scene.rows()).not.toContain(token);
  });
});

it('guessing is slowed down like everything else', async () => {
  const slow = await servePages({ RATE_LIMIT_PER_SECOND: '5' });
  const tries = await Promise.all(
    Array.from({ length: 30 }, (_, place) => slow.get(`/o/${UNKNOWN.slice(2)}${10 + place}`)),
  );
  expect(tries.map(({ status }) => status).filter((status) => status === 429).length).toBeGreaterThan(15);
  await slow.stop();
});

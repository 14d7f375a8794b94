import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadSite } from '../../../apps/api/src/http/site.js';
import { servePages, type ServedPages } from '../../browser/support/served-pages.js';

const folder = mkdtempSync(join(tmpdir(), 'fodfaeste-site-'));
const site = join(folder, 'site.json');
const approval = { language: 'ar', approvedBy: 'Salma Haddad (demo)', on: '2026-12-01' };
const contact = {
  municipality: 'Vejle (demo)',
  email: 'tilgaengelighed@vejle.example',
  phone: '20123456',
  dataProtectionEmail: 'dpo@vejle.example',
};

function write(more: object): void {
  const plain = {
    languages: [approval],
    accessibility: loadSite().accessibility,
    contacts: [contact],
    ...more,
  };
  writeFileSync(site, JSON.stringify(plain));
}

let approved: ServedPages;
let ordinary: ServedPages;
beforeAll(async () => {
  write({});
  [approved, ordinary] = [await servePages({ SITE_FILE: site }), await servePages()];
});
afterAll(async () => {
  await Promise.all([approved.stop(), ordinary.stop()]);
  rmSync(folder, { recursive: true });
});

const COOKIE = /^(__Host-[\w-]*sprog=ar);/;

describe('a language that a person has approved', () => {
  it('is offered on a citizen’s page, chosen with a link, remembered, and read from right to left', async () => {
    const { token } = await approved.scene.asked();
    const danish = await approved.get(`/o/${token}`);
    expect(danish.html).toContain('<html lang="da" dir="ltr">');
    expect(danish.html).toContain(
      '<a href="?sprog&#x3D;ar" lang="ar" hreflang="ar" rel="nofollow">العربية</a>',
    );

    const chosen = await approved.get(`/o/${token}?sprog=ar`);
    expect(chosen.html).toContain('<html lang="ar" dir="rtl">');
    expect(chosen.heading).toBe('هل تسمح بأن يخبر Mette الشركة عنك؟');
    expect(chosen.headers.get('content-language')).toBe('ar');
    // What the company wrote is Danish, and says so.
    expect(chosen.html).toContain('<dd lang="da">Fjerne tomme kasser på frugtlageret</dd>');

    const cookie = COOKIE.exec(chosen.headers.get('set-cookie') ?? '')![1]!;
    const later = await approved.get(`/o/${token}`, { headers: { cookie } });
    expect(later.html).toContain('dir="rtl"');
    // Pages for everybody are Danish and English.
    expect((await approved.get('/hjaelp', { headers: { cookie } })).html).toContain(
      '<html lang="en" dir="ltr">',
    );
  });

  it('is what an offer speaks, from the greeting to what a no means', async () => {
    const { token } = await approved.scene.offered();
    const { html } = await approved.get(`/o/${token}?sprog=ar`);
    expect(html).toContain('<html lang="ar" dir="rtl">');
    for (const words of ['مرحباً Jonas', 'نعم، أريد ذلك', 'لا، شكراً', 'إذا قلت نعم، تحصل الشركة على اسمك'])
      expect(html).toContain(words);
    expect(html).toContain('<h1 lang="da">Fjerne tomme kasser på frugtlageret</h1>');
    expect(html).toContain('<dd lang="en">Mon, Wed and Fri');
    await approved.post(`/o/${token}`, { answer: 'yes' });
    expect((await approved.get(`/o/${token}?sprog=ar`)).heading).toBe('شكراً. لقد قلت نعم.');
  });

  it('does not bring the others with it', async () => {
    const { token } = await approved.scene.asked();
    const { html, headers } = await approved.get(`/o/${token}?sprog=uk`);
    expect(html).toContain('<html lang="da" dir="ltr">');
    expect(html).not.toContain('Українська');
    expect(headers.get('set-cookie')).toBeNull();
  });
});

describe('a language that nobody has approved', () => {
  it('is not offered, cannot be chosen, and a cookie that says so is ignored', async () => {
    const { token } = await ordinary.scene.asked();
    const tried = await ordinary.get(`/o/${token}?sprog=ar`);
    expect(tried.html).toContain('<html lang="da" dir="ltr">');
    expect(tried.html).not.toContain('العربية');
    expect(tried.headers.get('set-cookie')).toBeNull();
    const cookie = '__Host-fodfaeste-sprog=ar';
    expect((await ordinary.get(`/o/${token}`, { headers: { cookie } })).html).toContain('<html lang="da"');
    expect((await ordinary.get('/sprog', { headers: { cookie } })).html).not.toContain('العربية');
  });
});

describe('what is true of an installation', () => {
  it('stands on its pages: whom to write to, and where to complain', async () => {
    const accessibility = await approved.get('/tilgaengelighed');
    expect(accessibility.html).toContain('href="mailto:tilgaengelighed@vejle.example"');
    expect(accessibility.html).toContain('20 16 36 12');
    expect((await approved.get('/privatliv')).html).toContain('href="mailto:dpo@vejle.example"');
    expect((await ordinary.get('/tilgaengelighed')).html).toContain('Ring til kommunens hovednummer.');
    const statement = await approved.get('/was');
    expect([statement.status, statement.headers.get('location')]).toEqual([303, '/tilgaengelighed']);
  });

  it.each([
    [{ languages: [{ ...approval, language: 'xx' }] }, 'languages.0.language'],
    [{ languages: [{ ...approval, approvedBy: '' }] }, 'languages.0.approvedBy'],
    [{ contacts: [{ ...contact, email: 'nobody' }] }, 'contacts.0.email'],
    [{ more: 1 }, 'more'],
  ])('is refused at the start when something in it is wrong: %j', (more, path) => {
    write(more);
    expect(() => loadSite(site)).toThrow(path);
    expect(() => loadSite(join(folder, 'missing.json'))).toThrow('missing.json');
  });
});

import { describe, expect, test } from '@jest/globals';
import type { Actor } from '#domain';
import { htmlOf } from '../../../../../test/browser/support/html-of.js';
import { isOffered, loadSite, type Site } from '../../http/site.js';
import { compileText } from './engine.js';
import { seeOther, ShownPage, type About } from './page.js';

const sample = (about: Partial<About> = {}): ShownPage =>
  new ShownPage('sample', compileText('{{#> page-layout}}<h1>{{title}}</h1>{{/page-layout}}'), {
    title: 'Ugen',
    ...about,
  });
const ali: Actor = { role: 'employer', municipalityId: 'm', companyId: 'c', name: 'Ali Demir', holder: 'h' };
const jonas: Actor = { role: 'citizen', municipalityId: 'm', citizenId: 'c', name: 'Jonas', holder: 'h' };
const approved: Site = {
  ...loadSite(),
  languages: [{ language: 'ar', approvedBy: 'Salma Haddad (demo)', on: '2026-12-01' }],
};

describe('around a page stand', () => {
  test('a way past it all, one main part, help, and what the law asks for', () => {
    const html = htmlOf(sample());
    expect(html).toContain('<html lang="da" dir="ltr">');
    expect(html).toContain('<a class="skipnav" href="#indhold">');
    expect(html.match(/<main /g)).toHaveLength(1);
    for (const address of ['/hjaelp', '/tilgaengelighed', '/privatliv', '/log-ind'])
      expect(html).toContain(`href="${address}"`);
    expect(html).not.toContain('class="demo"');
    expect(html).not.toContain('/log-ud');
  });

  test('for somebody signed in: the pages of the role with the open one marked, the name, and the way out', () => {
    const html = htmlOf(
      sample(),
      { actor: ali, name: 'Ali Demir', municipality: 'Vejle', csrfToken: () => 'token', demo: true },
      '/firma/uge/3?dag=2',
    );
    expect(html).toContain('<a href="/firma/uge" aria-current="true">Ugen</a>');
    expect(html).toContain('<a href="/firma">Overblik</a>');
    expect(html).toMatch(
      /<form class="sign-out" method="post" action="\/log-ud">\s*<input [^>]*value="token"/,
    );
    expect(html).toContain('<span class="of">Vejle · Ali Demir</span>');
    expect(html).toContain('<title>Ugen · Vejle</title>');
    expect(html).toContain('Demo: alle personer er opdigtede.');
    expect(html).not.toContain('href="/log-ind"');
    expect(htmlOf(sample(), { actor: ali }, '/firma/uge')).toContain('aria-current="page"');
  });

  test('the one person to call, unless the page shows the person itself', () => {
    const visitor = { actor: ali, contact: { name: 'Mette Holm', phone: '+4520123456' } };
    const html = htmlOf(sample(), visitor);
    expect(html).toContain('Jeres kontaktperson');
    expect(html).toContain('href="tel:+4520123456"');
    expect(htmlOf(sample({ contact: null }), visitor)).not.toContain('Mette Holm');
    const other = { name: 'Lars <b>', phone: '' };
    const withOther = htmlOf(sample({ contact: other }), visitor);
    expect(withOther).toContain('Lars &lt;b&gt;');
    expect(withOther).toContain('Ring til kommunen.');
  });

  test('what happened, when the address says so in a word we know', () => {
    expect(seeOther('/firma/uge?dag=2#top', 'gemt')).toEqual({
      seeOther: '/firma/uge?dag=2&besked=gemt#top',
    });
    expect(htmlOf(sample(), {}, '/firma/uge?besked=gemt')).toContain('Det er gemt.');
    expect(htmlOf(sample({ messages: { ny: 'Den er ny.' } }), {}, '/?besked=ny')).toContain('Den er ny.');
    for (const odd of ['__proto__', 'toString', 'ukendt', '<b>'])
      expect(htmlOf(sample(), {}, `/?besked=${encodeURIComponent(odd)}`)).not.toContain('role="status"');
  });
});

describe('the languages of a page', () => {
  test('are Danish and English, each under its own name', () => {
    const html = htmlOf(sample(), { language: 'en' }, '/hjaelp');
    expect(html).toContain('<html lang="en" dir="ltr">');
    expect(html).toContain('<a href="?sprog&#x3D;da" lang="da" hreflang="da" rel="nofollow">Dansk</a>');
    expect(html).not.toContain('العربية');
  });

  test('Arabic and Ukrainian are switched off until a person has approved the texts', () => {
    expect(isOffered(loadSite(), 'ar')).toBe(false);
    expect(isOffered(loadSite(), 'uk')).toBe(false);
    expect(htmlOf(sample({ forCitizens: true }), { actor: jonas })).not.toContain('العربية');
  });

  test('with an approval a page that is there in Arabic is offered in it, from right to left; others are not', () => {
    expect([isOffered(approved, 'ar'), isOffered(approved, 'uk'), isOffered(approved, 'xx')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(htmlOf(sample({ forCitizens: true }), {}, '/o/x', approved)).toContain('العربية');
    expect(htmlOf(sample(), { actor: ali }, '/firma', approved)).not.toContain('العربية');
    const arabic = htmlOf(sample({ language: 'ar' }), { actor: jonas }, '/min-side', approved);
    expect(arabic).toContain('<html lang="ar" dir="rtl">');
    expect(arabic).toContain('صفحتي');
  });
});

import { describe, expect, test } from '@jest/globals';
import { definitionOf, messageLanguages, messageTemplates, sampleVariants } from '../catalogue/catalogue.js';
import { SAMPLE_LINK } from './check-templates.js';
import { septets } from './gsm-text.js';
import { HandlebarsMessageWriter } from './handlebars-message-writer.js';

const writer = new HandlebarsMessageWriter();
const LINK = /https:\/\/\S+/g;

/** Nobody outside the house should meet these. `sag` alone: "Du har sagt" is no case. */
const houseWords =
  /aktivering|jobcent|kontanthjælp|dagpenge|ydelse|match|eskaler|escalat|sanktion|sanction|diagnos|sygdom|sygemeld|helbred|health|illness|benefit|\bsag(en|er|s)?\b|sagsbehandl|caseworker|\bborger(en|e)?\b|visiter|målgruppe|arbejdspligt|\bskal du\b|\bmust\b|udebliv|pjæk|mangler dit/iu;

/** As long as they come in real life, of demo people. */
const longest: Record<string, string> = {
  firstName: 'Hans-Christian', contact: 'Anne-Katrine', companyContact: 'Marie-Charlotte', person: 'Hans-Christian',
  fixedContact: 'Anne-Katrine', before: 'Anne-Katrine', pseudonym: 'Gyldenlakblå Anemone',
  company: 'Vognmandsforretningen Brdr. Kristoffersen og Sønner ApS',
  title: 'Rydde af efter frokost, feje gården og samle tomme kasser på frugtlageret',
  workplace: 'Christian den Niendes Gade 112B, Frederikshavn', town: 'Frederikssund',
  callAgreement: 'Jeg ringer til Anne-Katrine, hvis jeg har sovet dårligt og ikke kan komme op',
  reason: 'Firmaet holder lukket, fordi der er lageroptælling hele dagen',
  firstDay: 'Christian den Niendes Gade 112B, Frederikshavn kl. 12.30',
}; // prettier-ignore
const stretched = (data: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(data).map(([field, value]) => [field, value === '' ? '' : (longest[field] ?? value)]),
  );

const cases = messageTemplates.flatMap((template) =>
  messageLanguages.map((language) => [template, language] as const),
);

describe.each(cases)('%s in %s', (template, language) => {
  const definition = definitionOf(template)!;
  const texts = sampleVariants(template, language).map((data) => {
    const sms = writer.write(template, 'sms', language, { ...data, link: SAMPLE_LINK });
    const email = writer.write(template, 'email', language, { ...data, link: SAMPLE_LINK });
    if (sms.channel !== 'sms' || email.channel !== 'email') throw new Error('wrong channel');
    return { data, sms: sms.text, ...email };
  });

  test('one segment, also with the longest names, titles and places', () => {
    for (const { data } of texts) {
      const written = writer.write(template, 'sms', language, { ...stretched(data), link: SAMPLE_LINK });
      const text = written.channel === 'sms' ? written.text : '';
      expect(septets(text)).toBeLessThanOrEqual(160);
      if (definition.hasLink === true || text.includes('https:')) {
        expect(text.endsWith(` ${SAMPLE_LINK}`)).toBe(true);
        expect(definition.hasLink).not.toBe(false);
      }
    }
  });

  test('says who writes, or whom to call', () => {
    for (const { data, sms, text } of texts) {
      // A code is asked for on a page that says whom to call; the same words go to everybody.
      if (template === 'sign-in-code') {
        expect(sms).toContain('Fodfæste');
        continue;
      }
      if (definition.receiver === 'staff') expect(sms).toContain(data.contact);
      // The model of practice: the company has the number already.
      else if (template === 'workplace-told') expect(sms).toContain(data.contact);
      else expect(sms).toMatch(new RegExp(`${data.contact} ${data.contactPhone}`));
      if (definition.receiver !== 'staff') expect(text).toContain(data.contactPhone);
    }
  });

  test('calm words: no exclamation marks, no words of the house', () => {
    for (const { sms, subject, text } of texts) {
      const words = [sms, subject, text].join('\n').replace(LINK, '');
      expect(words).not.toContain('!');
      if (definition.receiver !== 'staff') expect(words).not.toMatch(houseWords);
    }
  });

  test('nothing is left of the template, and no seams show', () => {
    for (const { sms, subject, text, html } of texts) {
      for (const written of [sms, subject, text, html])
        expect(written).not.toMatch(/\{\{|\}\}|undefined|\[object/);
      for (const written of [sms, subject, text])
        expect(written).not.toMatch(/ {2}|(?<!\.)\.\.(?!\.)| [.,?:]|\.{4}/);
    }
  });

  test('the e-mail is a small accessible page without anything from outside', () => {
    for (const { html, subject } of texts) {
      expect(html).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${language}">`));
      expect(html.match(/<h1>/g)).toHaveLength(1);
      expect(html).toContain('<title>');
      expect(subject).not.toMatch(/\n/);
      expect(html).not.toMatch(
        /<(img|link|script|iframe|form|object|video|base)\b|@import|url\(|src=|\son\w+=/i,
      );
      const outside = [...html.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, target]) => target!);
      const allowed = outside.filter((target) => target === SAMPLE_LINK || target.startsWith('tel:'));
      expect(allowed).toEqual(outside);
      expect(outside.includes(SAMPLE_LINK)).toBe(definition.hasLink !== false);
    }
  });

  test('the plain twin says what the page says', () => {
    for (const { html, text, subject } of texts) {
      const plain = words(`${subject} ${text}`);
      const page = words(html.replace(/^[\s\S]*<main>/, '').replace(/<[^>]+>/g, ' '));
      expect(page.filter((word) => !plain.includes(word))).toEqual([]);
    }
  });
});

const words = (text: string): string[] =>
  text
    .replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []; // prettier-ignore

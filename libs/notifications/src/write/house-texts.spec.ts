import { describe, expect, test } from '@jest/globals';
import { checkWording, textFields, type OwnWording, type TextPlace } from '#domain';
import { messageTemplates, sampleVariants } from '../catalogue/catalogue.js';
import { HandlebarsMessageWriter } from './handlebars-message-writer.js';
import { HouseTexts } from './house-texts.js';

const writer = new HandlebarsMessageWriter();
const texts = new HouseTexts(writer);
const reminder: TextPlace = { name: 'shift-reminder', language: 'da', channel: 'sms' };
const places = texts
  .known()
  .flatMap(({ name, languages, channels }) =>
    languages.flatMap((language) => channels.map((channel): TextPlace => ({ name, language, channel }))),
  );

describe('the texts that a municipality may word', () => {
  test('are all but the code, the shared phone, the test, the alarm, and what an SMS must say exactly', () => {
    const names = new Set(texts.known().map(({ template }) => template));
    expect(messageTemplates.filter((template) => !names.has(template))).toEqual([
      'call-only',
      'person-calls',
      'sign-in-code',
      'sms-started',
      'sms-stopped',
      'stop-not-possible',
      'test-message',
      'which-question',
      'work-stood-still',
    ]);
  });

  test.each(places)('$name in $language by $channel: the standard is one that could be saved', (place) => {
    const { wording, demands, examples } = texts.standard(place);
    expect(() => checkWording(wording, demands)).not.toThrow();
    if (place.channel === 'sms') {
      expect(texts.placesLeft(place, wording)).toBeGreaterThanOrEqual(0);
      // Where a leader begins: most people have no ring-aftale, and their SMS must still ask what it asks.
      const { text } = texts.sample(place, wording);
      const phone = demands.needed.includes('contactPhone') ? [examples['contactPhone']!] : [];
      for (const word of [...demands.replyWords, ...phone]) expect(text).toContain(word);
      expect(text.length).toBeGreaterThan(20);
    }
    expect(Object.keys(examples)).toEqual(expect.arrayContaining([...demands.needed]));
  });

  test('have a Danish name for every field', () => {
    const fields = places.flatMap((place) => texts.standard(place).demands.fields);
    expect([...new Set(fields)].filter((field) => !(field in textFields))).toEqual([]);
  });

  test('must keep what one answers with, and whom to call', () => {
    const { demands } = texts.standard({ name: 'not-seen-citizen', language: 'da', channel: 'sms' });
    expect(demands.replyWords).toEqual(['HER', 'PÅ VEJ', 'SENERE', 'KAN IKKE', 'RING']);
    expect(demands.needed).toEqual(['contact', 'contactPhone']);
    expect(texts.standard({ name: 'offer', language: 'da', channel: 'email' }).demands.needed).toEqual(
      expect.arrayContaining(['noticeOnNo', 'answerBefore', 'link']),
    );
  });

  test('are not those of another name, language or channel', () => {
    for (const place of [
      { ...reminder, name: 'sign-in-code' },
      { ...reminder, name: 'match-proposed', language: 'en' as const },
    ])
      expect(() => texts.standard(place)).toThrow(expect.objectContaining({ code: 'text.not-found' }));
  });
});

describe('a municipality’s own words', () => {
  const [data] = sampleVariants('shift-reminder', 'da');
  const write = (own: OwnWording, over: Record<string, string> = {}, channel: 'sms' | 'email' = 'sms') =>
    writer.write('shift-reminder', channel, 'da', { ...data!, link: '', ...over }, own);
  const sms = (text: string): OwnWording => ({ subject: null, text });

  test('are what is sent', () => {
    const text = 'Hej {fornavn}.\nVi ses {dag} kl. {kl}, {arbejdsplads}. {kontakt} {kontakt-telefon}';
    expect(write(sms(text))).toEqual({
      channel: 'sms',
      text: 'Hej Jonas. Vi ses i morgen, fredag kl. 8, frugtlageret, Havnegade 12. Mette 20123456',
    });
  });

  test('cannot break out: nothing of a text or of a value is compiled', () => {
    const evil = '{{> layout}}{{{body}}}{fornavn}';
    const sent = write(sms('{arbejdsplads}'), { workplace: evil });
    expect(sent).toMatchObject({ text: evil });
    const mail = write(
      { subject: 'Hej {fornavn}', text: '<script>alert(1)</script> {{#each this}}{{/each}} {arbejdsplads}' },
      { firstName: 'A\r\nBcc: b@c.example', workplace: '<img src=x onerror=y>{link}' },
      'email',
    );
    if (mail.channel !== 'email') throw new Error('an e-mail was asked for');
    expect(mail.subject).toBe('Hej A Bcc: b@c.example');
    expect(mail.html).not.toMatch(/<script|<img/);
    expect(mail.html).toContain('&lt;script&gt;');
    expect(mail.html).toContain('{{#each this}}');
    expect(mail.html).toContain('{link}');
    expect(mail.html).toMatch(/^<!doctype html>\n<html lang="da">/);
  });

  test('give way where data are long, and are the standard where even that does not fit', () => {
    const long = { workplace: 'Christian den Niendes Gade 112B, Frederikshavn, bag ved den store port' };
    const room = 'a'.repeat(100);
    const clipped = write(sms(`${room} {arbejdsplads}`), long);
    expect(clipped).toMatchObject({ text: expect.stringMatching(/^a{100} Christian den Niendes.*\.\.\.$/) });
    const standard = writer.write('shift-reminder', 'sms', 'da', { ...data!, link: '', ...long });
    expect(write(sms(`${'a'.repeat(155)} {arbejdsplads}`), long)).toEqual(standard);
  });

  test('are one SMS with demo people in them, and the room that is left is told', () => {
    expect(texts.placesLeft(reminder, sms('a'.repeat(150)))).toBe(10);
    expect(texts.placesLeft(reminder, sms(`${'a'.repeat(150)}€`))).toBe(8);
    expect(() => texts.sample(reminder, sms('a'.repeat(161)))).toThrow(
      expect.objectContaining({ code: 'text.too-long' }),
    );
  });

  test('stand in the frame of the house: a heading, a button, and the person to call', () => {
    const mail = texts.sample(
      { name: 'interest-asked', language: 'da', channel: 'email' },
      { subject: 'Må vi?', text: 'Hej {fornavn}\n\n{link}\n\nEt job som {job}: {link}' },
    );
    if (mail.channel !== 'email') throw new Error('an e-mail was asked for');
    expect(mail.html).toContain('<h1>Må vi?</h1>');
    expect(mail.html.match(/<a href="https:/g)).toHaveLength(2);
    expect(mail.html).toMatch(/background: #0059b3/);
    expect(mail.text).toMatch(/Kh Mette\nRing eller send en sms: 20123456\n$/);
  });

  test('of a sentence with an empty field are left out of an SMS, and the others stay', () => {
    const one = 'Vi ses {dag} kl. {kl}. Du har sagt: "{ring-aftale}". Skriv RING til {kontakt}.';
    expect(write(sms(one), { callAgreement: '' })).toMatchObject({
      text: 'Vi ses i morgen, fredag kl. 8. Skriv RING til Mette.',
    });
    expect(write(sms(one), { callAgreement: 'Ring kl. 7' })).toMatchObject({
      text: 'Vi ses i morgen, fredag kl. 8. Du har sagt: "Ring kl. 7". Skriv RING til Mette.',
    });
  });

  test('of a line with an empty field are left out', () => {
    const text = 'Vi ses.\nDu har sagt: {ring-aftale}';
    expect(write(sms(text), { callAgreement: '' })).toMatchObject({ text: 'Vi ses.' });
    expect(write({ subject: 'S', text }, { callAgreement: 'Jeg ringer' }, 'email')).toMatchObject({
      text: expect.stringMatching(/^Vi ses\.\nDu har sagt: Jeg ringer\n/),
    });
  });
});

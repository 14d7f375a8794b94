import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MessageTemplate } from '#domain';
import { definitionOf, messageLanguages, messageTemplates, sampleVariants } from '../catalogue/catalogue.js';
import { CannotWrite } from './cannot-write.js';
import { SAMPLE_LINK } from './check-templates.js';
import { septets } from './gsm-text.js';
import { HandlebarsMessageWriter } from './handlebars-message-writer.js';

const writer = new HandlebarsMessageWriter();
const sample = (template: MessageTemplate, more: Record<string, string> = {}): Record<string, string> => ({
  ...definitionOf(template)!.sample.da,
  ...more,
});
const sms = (
  template: MessageTemplate,
  data: Record<string, string>,
  language: 'da' | 'en' = 'da',
): string => {
  const written = writer.write(template, 'sms', language, data);
  return written.channel === 'sms' ? written.text : '';
};
const email = (template: MessageTemplate, data: Record<string, string>) => {
  const written = writer.write(template, 'email', 'da', data);
  if (written.channel !== 'email') throw new Error('not an e-mail');
  return written;
};
const refusal = (attempt: () => unknown): CannotWrite => {
  try {
    attempt();
  } catch (error) {
    if (error instanceof CannotWrite) return error;
    throw error;
  }
  throw new Error('was written');
};

describe('the texts that practice decides', () => {
  test.each<[MessageTemplate, Record<string, string>, string]>([
    [
      'offer',
      { link: SAMPLE_LINK },
      `Hej Jonas. Jobbet, vi talte om: tomme kasser på frugtlageret. Svar JA, NEJ, BESØG eller RING. Mette 20123456 ${SAMPLE_LINK}`,
    ],
    [
      'shift-reminder',
      {},
      'Hej Jonas. Vi ses i morgen, fredag kl. 8 på frugtlageret, Havnegade 12. Er du i tvivl om noget, så skriv RING eller ring til Mette 20123456.',
    ],
    [
      'not-seen-citizen',
      {},
      'Hej Jonas. Er alt okay? Kom bare, selv om det bliver sent. Svar HER, PÅ VEJ, SENERE, KAN IKKE eller RING. Kh Mette 20123456',
    ],
    [
      'not-seen-workplace',
      {},
      'Hej Ali. Er Jonas kommet i dag? Svar JA eller NEJ. Hvis nej, tager vi den herfra. Kh Mette 20123456',
    ],
    // "Hun" of the model would be wrong for Lars.
    ['workplace-told', {}, 'Mette taler med Jonas nu. Mette ringer til jer inden kl. 9.'],
    ['call-only', {}, 'Ring til Mette 20123456'],
  ])('%s', (template, more, expected) => {
    expect(sms(template, sample(template, more))).toBe(expected);
  });

  test('the reminder quotes the ring-aftale when there is one', () => {
    const text = sms('shift-reminder', sample('shift-reminder', { callAgreement: 'Jeg ringer før 7' }));
    expect(text).toContain('Du har sagt: "Jeg ringer før 7".');
    expect(text).toMatch(/Skriv RING, eller ring til Mette 20123456\.$/);
  });

  test('a late citizen hears no blame', () => {
    expect(sms('late-thanks', sample('late-thanks'))).toContain('Godt, at du kommer. Vi giver besked.');
  });

  test('a no to a no: the contact tells it, and the citizen gets no message of that name', () => {
    expect(definitionOf('match-rejected')!.receiver).toBe('staff');
  });
});

describe('what is refused', () => {
  test.each(messageTemplates)('%s: every field must be there, in every channel', (template) => {
    for (const field of Object.keys(sample(template))) {
      const { [field]: _gone, ...rest } = sample(template);
      for (const channel of ['sms', 'email'] as const) {
        const error = refusal(() => writer.write(template, channel, 'da', rest));
        expect([error.why, error.message]).toEqual(['missing-field', expect.stringContaining(field)]);
      }
    }
  });

  test('a choice that has no sentence', () => {
    expect(refusal(() => sms('offer-receipt', sample('offer-receipt', { answer: 'perhaps' }))).why).toBe(
      'unknown-choice',
    );
  });

  test('a template that is not in the catalogue, also one that leads out of the folder', () => {
    for (const name of ['nope', '../pages', 'constructor', '__proto__']) {
      expect(refusal(() => sms(name as MessageTemplate, {})).why).toBe('unknown-template');
    }
  });

  test('an SMS that cannot fit, and the error holds nothing of its content', () => {
    const error = refusal(() =>
      sms('offer', sample('offer', { link: `https://${'lang'.repeat(30)}.example/o/hemmeligt` })),
    );
    expect(error.why).toBe('too-long');
    expect(error.message).not.toMatch(/Jonas|20123456|hemmeligt|kasser/);
  });
});

describe('what is let through', () => {
  test('fields that the catalogue does not list do not reach a template', () => {
    const text = sms('late-thanks', sample('late-thanks', { surname: 'Holm', link: SAMPLE_LINK }));
    expect(text).not.toMatch(/Holm|https/);
  });

  test('a message with a link works without one: the answer comes by SMS', () => {
    expect(sms('offer', sample('offer'))).toMatch(/RING\. Mette 20123456$/);
    const { html, text } = email('offer', sample('offer'));
    expect(html).not.toMatch(/<a href="(?!tel:)/);
    expect(text).not.toContain('Se jobbet');
  });

  test('a title with script in it is harmless in the mail and its title', () => {
    const { html } = email(
      'offer',
      sample('offer', { title: '<script>alert(1)</script>', description: '"><img src=x onerror=y>' }),
    );
    expect(html).not.toMatch(/<script|<img/i);
    expect(html).toContain('&lt;script&gt;');
  });

  test('a line break in a field cannot start a header', () => {
    const { subject } = email('offer', sample('offer', { title: 'kasser\r\nBcc: alle@example.dk' }));
    expect(subject).toBe('Jobbet, vi talte om: kasser Bcc: alle@example.dk');
  });

  test('a description of several lines keeps them in plain text', () => {
    expect(email('offer', sample('offer', { description: 'Først gulv\nså hylder' })).text).toContain(
      'Hvad: Først gulv\nså hylder',
    );
  });

  test('a contact without a number leaves no loose ends', () => {
    expect(sms('late-thanks', sample('late-thanks', { contactPhone: '' }))).toMatch(/Kh Mette$/);
    const { html, text } = email('late-thanks', sample('late-thanks', { contactPhone: '' }));
    expect(html).not.toContain('tel:');
    expect(text).toMatch(/Kh Mette\n$/);
  });

  test('no call time: the sentence is still a sentence', () => {
    expect(sms('offer-receipt', sample('offer-receipt', { answer: 'visit', calls: '' }))).toContain(
      'Mette ringer og aftaler en dag.',
    );
    expect(sms('will-call', sample('will-call', { calls: '' }))).toContain('Mette ringer. Kh');
  });
});

test('however long names, titles and quotes are, every SMS is one segment', () => {
  const wild = fc.string({ unit: 'grapheme', maxLength: 120 });
  const free = ['firstName', 'contact', 'companyContact', 'person', 'title', 'callAgreement', 'reason', 'company', 'firstDay',
    'pseudonym', 'fixedContact', 'before', 'workplace', 'description', 'where', 'wage', 'noticeOnNo', 'town', 'when']; // prettier-ignore
  const longest = {
    da: { day: 'onsdag den 30. september', startDay: 'onsdag den 30. september', time: '12.30',
      answerBefore: 'onsdag den 30. september kl. 12.30', changeUntil: 'onsdag den 30. september kl. 9',
      calls: 'onsdag den 30. september kl. 12.30', from: 'onsdag den 23. september', to: 'onsdag den 30. september' },
    en: { day: 'Wednesday 30 September', startDay: 'Wednesday 30 September', time: '12.30',
      answerBefore: 'Wednesday 30 September at 12.30', changeUntil: 'Wednesday 30 September at 9',
      calls: 'Wednesday 30 September at 12.30', from: 'Wednesday 23 September', to: 'Wednesday 30 September' },
  }; // prettier-ignore
  fc.assert(
    fc.property(fc.array(wild, { minLength: free.length, maxLength: free.length }), (values) => {
      const words = Object.fromEntries(free.map((field, at) => [field, values[at]!]));
      for (const language of messageLanguages) {
        for (const template of messageTemplates) {
          for (const variant of sampleVariants(template, language)) {
            const before: Record<string, string> = template === 'workplace-told' ? { before: '12.30' } : {};
            const text = sms(
              template,
              { ...variant, ...words, ...longest[language], ...before, link: SAMPLE_LINK },
              language,
            );
            expect(septets(text)).toBeLessThanOrEqual(160);
          }
        }
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);

import { describe, expect, test } from '@jest/globals';
import type { MessageTemplate } from '#domain';
import {
  catalogue,
  HandlebarsMessageWriter,
  messageTemplates,
  SAMPLE_LINK,
  sampleVariants,
} from '#notifications';
import { lix } from './lix.js';

describe('lix', () => {
  test.each([
    ['two sentences of three words, none long', 'Du kan ringe. Vi ses snart.', 3],
    ['one long word of four', 'Vi ses på frugtlageret.', 4 + 25],
    ['a day and a time end no sentence', 'Du starter den 27. november kl. 8.30 her.', 6 + (100 * 2) / 6],
    ['a link is no word', 'Svar her https://fodfaeste.example/o/AbCdEfGhIjKl', 2],
    ['an empty line ends a sentence', 'Hej Jonas\n\nVi ses', 2],
    ['nothing', '', 0],
  ])('%s', (_what, text, expected) => {
    expect(lix(text)).toBeCloseTo(expected, 5);
  });
});

/** Screens: LIX at most 30 in what citizens read; the aim is 25. */
describe('Danish texts to citizens', () => {
  const writer = new HandlebarsMessageWriter();
  const toCitizens = messageTemplates.filter((template) => catalogue[template].receiver === 'citizen');
  const texts = (template: MessageTemplate): string[] =>
    sampleVariants(template, 'da').flatMap((data) =>
      (['sms', 'email'] as const).map(
        (channel) => writer.write(template, channel, 'da', { ...data, link: SAMPLE_LINK }).text,
      ),
    );

  test('there are more than twenty kinds of them', () => {
    expect(toCitizens.length).toBeGreaterThan(20);
  });

  test.each(toCitizens)('%s: LIX at most 30', (template) => {
    for (const text of texts(template)) expect(lix(text)).toBeLessThanOrEqual(30);
  });

  test('together at most 25', () => {
    expect(lix(toCitizens.flatMap(texts).join('\n\n'))).toBeLessThanOrEqual(25);
  });
});

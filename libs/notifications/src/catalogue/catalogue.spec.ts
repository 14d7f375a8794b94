import { describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { templatesFolder } from '../write/templates-folder.js';
import { catalogue, definitionOf, messageTemplates, sampleVariants } from './catalogue.js';

describe('catalogue', () => {
  test('every folder of templates is a message, and every message has a folder', () => {
    const folders = readdirSync(join(templatesFolder(), 'messages'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(folders.sort()).toEqual(messageTemplates);
  });

  test.each(messageTemplates)('%s: both samples have the same fields', (template) => {
    const { da, en } = definitionOf(template)!.sample;
    expect(Object.keys(en).sort()).toEqual(Object.keys(da).sort());
  });

  test('samples call nobody outside the demo', () => {
    const phones = messageTemplates.flatMap((template) =>
      Object.values(definitionOf(template)!.sample.da).filter((value) => /^\d{8}$/.test(value)),
    );
    expect([...new Set(phones)].sort()).toEqual(['20123456', '20345678', '20987654']);
  });

  test('a message with a link asks a question: there is something to answer', () => {
    const linked = messageTemplates.filter((template) => catalogue[template].hasLink === true);
    expect(linked).toEqual(['interest-asked', 'match-proposed', 'match-reminder', 'offer', 'offer-reminder']);
    for (const template of linked) expect(catalogue[template].question).toMatch(/^(interest|match|offer)$/);
  });

  test('a link to a shift stands in mails, where it is in nobody’s way', () => {
    const linked = messageTemplates.filter((template) => catalogue[template].hasLink === 'email');
    expect(linked).toEqual(['agreement', 'draft-saved', 'shift-reminder']);
  });

  test('a sample for every sentence that a choice can give', () => {
    const answers = sampleVariants('offer-receipt', 'da').map(({ answer }) => answer);
    expect(answers).toEqual(['yes', 'no', 'visit', 'call']);
    expect(sampleVariants('workplace-told', 'en')).toHaveLength(3);
    expect(sampleVariants('offer', 'da')).toHaveLength(1);
  });

  test('a name from an older version is unknown, not a crash', () => {
    expect(definitionOf('toString')).toBeNull();
    expect(definitionOf('offer-v0')).toBeNull();
  });
});

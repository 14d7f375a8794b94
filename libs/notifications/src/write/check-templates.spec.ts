import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkTemplates, TemplatesBroken } from './check-templates.js';
import { HandlebarsMessageWriter } from './handlebars-message-writer.js';
import { templatesFolder } from './templates-folder.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'templates-'));
  cpSync(templatesFolder(), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const faults = (link?: string): readonly string[] => {
  try {
    checkTemplates(new HandlebarsMessageWriter(folder), link);
    return [];
  } catch (error) {
    if (error instanceof TemplatesBroken) return error.faults;
    throw error;
  }
};

describe('checkTemplates', () => {
  test('the templates of the house are whole', () => {
    expect(() => checkTemplates()).not.toThrow();
  });

  test.each(['sms.txt', 'subject.txt', 'email.txt', 'email.html'])('finds a missing %s', (file) => {
    rmSync(join(folder, 'messages', 'offer', 'en', `${file}.hbs`));
    expect(faults()).toEqual([expect.stringMatching(/^offer \(en, .*broken-template: .*ENOENT/)]);
  });

  test('names all faults at once', () => {
    writeFileSync(join(folder, 'messages', 'offer', 'da', 'sms.txt.hbs'), '{{nobody}}');
    writeFileSync(join(folder, 'messages', 'will-call', 'en', 'sms.txt.hbs'), `${'x'.repeat(161)}`);
    writeFileSync(join(folder, 'messages', 'agreement', 'da', 'email.html.hbs'), '{{#given title}}');
    expect(faults()).toHaveLength(3);
    expect(faults().join('\n')).toMatch(/will-call \(en, sms\): too-long/);
  });

  test('finds a fault in a sentence that only one answer shows', () => {
    const source = '{{#is answer "visit"}}{{nobody}}{{/is}}Tak';
    writeFileSync(join(folder, 'messages', 'offer-receipt', 'da', 'sms.txt.hbs'), source);
    expect(faults()).toHaveLength(1);
  });

  test('a public address that leaves no room for the words is found before the first SMS', () => {
    expect(faults(`https://${'x'.repeat(60)}.example/o/AbCdEfGhIjKlMnOpQrStUv`).join()).toMatch(
      /offer \(da, sms\): too-long/,
    );
  });
});

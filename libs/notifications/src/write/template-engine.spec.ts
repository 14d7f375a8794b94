import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { templateEngine } from './template-engine.js';
import { templatesFolder } from './templates-folder.js';

const partials = join(templatesFolder(), 'partials', 'message');
const frame = { language: 'da' };
const text = (source: string, data: Record<string, string>, more = {}) =>
  templateEngine('txt', partials)(source)(data, { ...frame, ...more });
const html = (source: string, data: Record<string, string>) =>
  templateEngine('html', partials)(source)(data, frame);

describe('a missing field throws', () => {
  test.each([
    ['in the text', 'Hej {{firstName}}'],
    ['in clip', '{{clip title 40}}'],
    ['in given', '{{#given calls}}x{{/given}}'],
    ['in is', '{{#is answer "yes"}}x{{/is}}'],
    ['in a partial', '{{> da/contact}}'],
    ['in the frame', '{{@subject}}'],
  ])('%s', (_where, source) => {
    expect(() => text(source, {})).toThrow();
  });
});

describe('blocks', () => {
  test.each(['if', 'unless', 'each', 'with'])(
    'the built-in %s is taken out: it would not see a missing field',
    (block) => {
      expect(() => text(`{{#${block} title}}x{{/${block}}}`, { title: 'y' })).toThrow();
    },
  );

  test('given looks at whether there are words', () => {
    const source = '{{#given calls}}ja{{else}}nej{{/given}}';
    expect(text(source, { calls: 'mandag' })).toBe('ja');
    expect(text(source, { calls: ' ' })).toBe('nej');
  });

  test('is compares', () => {
    const source = '{{#is answer "yes"}}ja{{else}}andet{{/is}}';
    expect(text(source, { answer: 'yes' })).toBe('ja');
    expect(text(source, { answer: 'yess' })).toBe('andet');
  });

  test('room is in unless the frame says that there is none', () => {
    expect(text('a{{#room}} b{{/room}}', {})).toBe('a b');
    expect(text('a{{#room}} b{{/room}}', {}, { room: false })).toBe('a');
  });

  test('only a clip with min is squeezed, and not below it', () => {
    const data = { title: 'aa bb cc dd ee ff gg' };
    expect(text('{{clip title 18}}', data, { squeeze: 100 })).toBe('aa bb cc dd ee...');
    expect(text('{{clip title 18 min=8}}', data, { squeeze: 100 })).toBe('aa bb...');
  });
});

describe('escaping', () => {
  const attack = '<script>alert("x")</script> & \'y\'';

  test('html escapes, also what was clipped and what stands in an attribute', () => {
    const page = html('<p>{{title}}</p><p>{{clip title 60}}</p><a href="{{title}}">{{> da/contact}}', {
      title: attack,
      contact: attack,
      contactPhone: '"><img src=x>',
    });
    expect(page).not.toMatch(/<script|<img|href="[^"]*<|alert\("/);
    expect(page).toContain('&lt;script&gt;');
  });

  test('plain text is left as it is, also in a partial that html uses under the same name', () => {
    html('{{> da/contact}}', { contact: 'A & B', contactPhone: '' });
    expect(text('{{title}} {{> da/contact}}', { title: attack, contact: 'A & B', contactPhone: '' })).toBe(
      `${attack} Kh A & B\n`,
    );
  });

  test('a value is never read as a template', () => {
    expect(text('{{title}}', { title: '{{contactPhone}}' })).toBe('{{contactPhone}}');
  });
});

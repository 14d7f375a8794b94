import { describe, expect, test } from '@jest/globals';
import { deskStyle, script, staffScript, style } from './assets.js';
import { rulesInUse, usedInTemplates, type Used } from './design-system.js';

const used: Used = {
  has: (kind, name) => (kind === 'class' ? ['card', 'alert-info', 'alert'] : ['p', 'ul']).includes(name),
};

describe('the rules of the design system that are sent', () => {
  test.each([
    ['.card{a:b}', '.card{a:b}'],
    ['.card,.toast{a:b}', '.card{a:b}'],
    ['.card .toast{a:b}', ''],
    ['p:not(.toast):hover::before{a:b}', 'p:not(.toast):hover::before{a:b}'],
    ['table p{a:b}', ''],
    ['*,::before{a:b}', '*,::before{a:b}'],
    ['@media (min-width: 10em){.card{a:b}.toast{a:b}}', '@media (min-width: 10em){.card{a:b}}'],
    ['@media print{.toast{a:b}}', ''],
    ['@charset "UTF-8";.card{a:b}', '.card{a:b}'],
    ['@font-face{a:b}.card{a:b}', '.card{a:b}'],
    ['@keyframes x{from{a:b}to{a:c}}', '@keyframes x{from{a:b}to{a:c}}'],
    ['[type=button].card{a:b}', '[type=button].card{a:b}'],
  ])('%s', (css, kept) => {
    expect(rulesInUse(css, used)).toBe(kept);
  });

  test('are those that a template can meet, also where it puts a name together', () => {
    const found = usedInTemplates('everybody');
    for (const name of ['form-input', 'form-error', 'input-width-m', 'alert-success', 'skipnav'])
      expect({ name, is: found.has('class', name) }).toEqual({ name, is: true });
    for (const name of ['date-picker', 'modal', 'sidenav-list'])
      expect({ name, is: found.has('class', name) }).toEqual({ name, is: false });
  });

  test('weigh less than half of the whole, and ask nobody else for anything', () => {
    expect(style.brotli!.length).toBeLessThan(10_000);
    const css = style.content.toString();
    expect(css).toContain('.form-input');
    expect(css).not.toContain('date-picker');
    expect([...css.matchAll(/url\(([^)]*)\)/g)].map(([, address]) => address)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^\/assets\/pages\/IBMPlexSans-Regular-Latin1-\w{10}\.woff2$/),
      ]),
    );
    expect(css).not.toMatch(/url\((?!\/assets\/pages\/[\w.-]+\))/);
  });

  test('bring what only the desk needs to nobody else', () => {
    expect(usedInTemplates('staff').has('class', 'desk-table')).toBe(true);
    expect(usedInTemplates('everybody').has('class', 'desk-table')).toBe(false);
    expect(deskStyle.content.toString()).toContain('.desk-table');
    expect(style.content.toString()).not.toContain('.desk-');
    expect(staffScript.content.toString()).toContain('tinykeys');
    expect(script.content.toString()).not.toContain('tinykeys');
  });
});

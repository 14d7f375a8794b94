import { describe, expect, it } from '@jest/globals';
import { languageOf } from './text.js';

describe('languageOf', () => {
  it.each([
    [undefined, 'da'],
    ['', 'da'],
    ['*', 'da'],
    ['en', 'en'],
    ['EN-gb', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['da, en;q=0.8', 'da'],
    ['en;q=0.8, da', 'da'],
    ['de, en;q=0.5', 'en'],
    ['en;q=0', 'da'],
    ['ar,uk', 'da'],
    [`en${';q=1'.repeat(1000)}`, 'en'],
  ])('%p is answered in %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

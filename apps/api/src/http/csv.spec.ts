import { describe, expect, test } from '@jest/globals';
import { csv } from './csv.js';

describe('a table for a spreadsheet', () => {
  test('has a mark of UTF-8, a semicolon between, and CRLF after each line', () => {
    expect(
      csv([
        ['Navn', 'Timer'],
        ['Æbeltoft', '3,75'],
      ]),
    ).toBe('\uFEFFNavn;Timer\r\nÆbeltoft;3,75\r\n');
  });

  test.each([
    ['a semicolon', 'a;b', '"a;b"'],
    ['quotes', 'Bo "Bob" Bo', '"Bo ""Bob"" Bo"'],
    ['a line break', 'a\nb', '"a\nb"'],
    ['a formula', '=1+1', "'=1+1"],
    ['a formula in quotes', '=HYPERLINK("http://x";"y")', '"\'=HYPERLINK(""http://x"";""y"")"'],
    ['plus, minus and at', '+45 20', "'+45 20"],
    ['a tab in front', '\t=1', "'\t=1"],
    ['wide characters', '\uFF1D1', "'\uFF1D1"],
    ['a hyphen inside', '8-12', '8-12'],
  ])('%s', (_, text, cell) => {
    expect(csv([[text]])).toBe(`\uFEFF${cell}\r\n`);
  });
});

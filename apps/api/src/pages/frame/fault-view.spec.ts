import { describe, expect, test } from '@jest/globals';
import { faultView } from './fault-view.js';
import { render } from './render.js';

describe('a page for what went wrong', () => {
  test.each([
    [400, 'Vi forstod ikke svaret.', true, false],
    [404, 'Linket virker ikke længere.', false, false],
    [429, 'Vi har travlt lige nu.', true, false],
    [500, 'Der gik noget galt hos os.', true, true],
    [503, 'Vi har travlt lige nu.', true, false],
  ])('%i: %s', (status, heading, wayBack, showsId) => {
    const html = render('fault', faultView(status, '/o/token', 'id-of-the-request'));
    expect(html).toContain(`<h1>${heading}</h1>`);
    expect(html.includes('href="/o/token"')).toBe(wayBack);
    expect(html.includes('id-of-the-request')).toBe(showsId);
    expect(html).toContain('lang="en"');
  });
});

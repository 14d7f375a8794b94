import { describe, expect, test } from '@jest/globals';
import { htmlOf } from '../../../../../test/browser/support/html-of.js';
import { faultPage } from './fault-view.js';

describe('a page for what went wrong', () => {
  test.each([
    [400, '/o/token', 'Vi forstod ikke svaret.', true],
    [400, '/firma', 'Vi forstod ikke det, der blev sendt.', true],
    [401, '/firma', 'Log ind først.', false],
    [403, '/firma', 'Den side har du ikke adgang til.', false],
    [404, '/o/token', 'Linket virker ikke længere.', false],
    [404, '/nowhere', 'Siden findes ikke.', false],
    [405, '/firma', 'Det kan ikke gøres på den måde.', true],
    [409, '/firma', 'Noget har ændret sig imens.', true],
    [413, '/firma', 'Der blev sendt for meget på én gang.', true],
    [414, '/firma', 'Adressen er for lang.', false],
    [415, '/firma', 'Vi kan ikke læse det, der blev sendt.', true],
    [422, '/firma', 'Det kunne ikke gemmes.', true],
    [429, '/o/token', 'Vi har travlt lige nu.', true],
    [500, '/o/token', 'Der gik noget galt hos os.', true],
    [503, '/o/token', 'Vi har travlt lige nu.', true],
    [418, '/firma', 'Vi forstod ikke det, der blev sendt.', true],
  ])('%i at %s: %s', (status, path, heading, wayBack) => {
    const html = htmlOf(faultPage(status, path, 'id-of-the-request'), {}, path);
    expect(html).toContain(`<h1>${heading}</h1>`);
    expect(html.includes(`class="again" href="${path}">Prøv igen</a>`)).toBe(wayBack);
    expect(html.includes('id-of-the-request')).toBe(status === 500);
    expect(html).toMatch(/<p class="quiet" lang="en">\w/);
  });

  test.each(['//evil.example/x', '/\\evil.example', '//evil.example'])(
    'at %s leads to no stranger',
    (path) => {
      expect(htmlOf(faultPage(413, path, 'id-of-the-request'), {}, '/').includes('evil.example')).toBe(false);
    },
  );
});

import { describe, expect, test } from '@jest/globals';
import { readOptions } from './options.js';

describe('options', () => {
  test('defaults to a data folder in the checkout and lets the port be chosen', () => {
    expect(readOptions([], {}, '/checkout')).toEqual({
      port: undefined,
      dataDir: '/checkout/.fodfaeste',
      fresh: false,
      databaseUrl: undefined,
    });
  });

  test('takes port 0 for a free one, and an empty variable for one that is not set', () => {
    expect(readOptions([], { PORT: '0' }, '/').port).toBe(0);
    expect(readOptions([], { PORT: '', DATABASE_URL: '' }, '/')).toMatchObject({
      port: undefined,
      databaseUrl: undefined,
    });
  });

  test.each(['80a', '-1', '70000', '3.5'])('refuses port %s', (port) => {
    expect(() => readOptions([], { PORT: port }, '/')).toThrow(/PORT must be/);
  });

  test('refuses a flag that it does not know, so that a misspelt --fresh is noticed', () => {
    expect(() => readOptions(['--frsh'], {}, '/')).toThrow(/--frsh/);
  });
});

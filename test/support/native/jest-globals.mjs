/**
 * `@jest/globals` for modules that are loaded once and used by many test files: jest makes its functions anew for each
 * file, and each of these leads to those of the file that runs.
 */
const ofThisFile = (name) =>
  new Proxy(() => undefined, {
    apply: (_, __, given) => globalThis[name](...given),
    get: (_, key) => globalThis[name][key],
  });

export const describe = ofThisFile('describe');
export const test = ofThisFile('test');
export const it = ofThisFile('it');
export const expect = ofThisFile('expect');
export const beforeAll = ofThisFile('beforeAll');
export const beforeEach = ofThisFile('beforeEach');
export const afterAll = ofThisFile('afterAll');
export const afterEach = ofThisFile('afterEach');

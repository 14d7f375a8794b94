import { describe, expect, test } from '@jest/globals';
import { readCode, waitForCode, type CodesAsked } from './one-time-code.js';

const never: CodesAsked = { secondsSinceLast: null, byAddress: { hour: 0, day: 0 }, byCaller: { hour: 0 } };

describe('the wait for a code', () => {
  test.each<[string, Partial<CodesAsked>, number]>([
    ['nobody asked before', {}, 0],
    ['it was asked for a moment ago', { secondsSinceLast: 0.4 }, 60],
    ['half a minute ago', { secondsSinceLast: 30.9 }, 30],
    ['a minute ago', { secondsSinceLast: 60 }, 0],
    ['four times this hour', { byAddress: { hour: 4, day: 4 } }, 0],
    ['five times this hour', { byAddress: { hour: 5, day: 5 } }, 3_600],
    ['ten times today', { byAddress: { hour: 1, day: 10 } }, 3_600],
    ['thirty times from here', { byCaller: { hour: 30 } }, 3_600],
  ])('when %s', (_, asked, seconds) => {
    expect(waitForCode({ ...never, ...asked })).toBe(seconds);
  });
});

describe('a code as it is typed', () => {
  test.each([
    ['123456', '123456'],
    [' 123 456 ', '123456'],
    ['12-34-56', '123456'],
    ['\u00a0123\u00a0456', '123456'],
    ['012345', '012345'],
    ['12345', undefined],
    ['1234567', undefined],
    ['12345a', undefined],
    ['', undefined],
  ])('%j is %j', (typed, code) => {
    expect(readCode(typed)).toBe(code);
  });
});

import { describe, expect, test } from '@jest/globals';
import { answerToWish, readCode, waitForCode, type CodesAsked } from './one-time-code.js';

const never: CodesAsked = {
  secondsSinceLast: null,
  byAddress: { hour: 0, day: 0 },
  byBoth: { hour: 0, day: 0 },
  byCaller: { asked: 0, wrongTries: 0 },
  here: 'nothing',
};

describe('the wait for a code', () => {
  test.each<[string, Partial<CodesAsked>, number]>([
    ['nobody asked before', {}, 0],
    ['it was asked for a moment ago', { secondsSinceLast: 0.4 }, 60],
    ['half a minute ago', { secondsSinceLast: 30.9 }, 30],
    ['a minute ago', { secondsSinceLast: 60 }, 0],
    ['four times this hour', { byAddress: { hour: 4, day: 4 } }, 0],
    ['five times this hour', { byAddress: { hour: 5, day: 5 } }, 3_600],
    ['ten times today', { byAddress: { hour: 1, day: 10 } }, 3_600],
    ['twice this hour from here', { byBoth: { hour: 2, day: 5 } }, 0],
    ['three times this hour from here', { byBoth: { hour: 3, day: 3 } }, 3_600],
    ['six times today from here', { byBoth: { hour: 0, day: 6 } }, 3_600],
    ['a whole library asked', { byCaller: { asked: 90, wrongTries: 3 } }, 0],
    ['a hundred times from here', { byCaller: { asked: 100, wrongTries: 0 } }, 3_600],
    ['somebody here guesses', { byCaller: { asked: 7, wrongTries: 31 } }, 3_600],
  ])('when %s', (_, asked, seconds) => {
    expect(waitForCode({ ...never, ...asked })).toBe(seconds);
  });
});

describe('the answer to a wish', () => {
  const soon = { secondsSinceLast: 20 };
  test.each<[string, Partial<CodesAsked>, boolean, ReturnType<typeof answerToWish>]>([
    ['is a code', {}, false, { what: 'send', wait: 0 }],
    ['to the same form again is nothing', { ...soon, here: 'fresh' }, false, { what: 'nothing', wait: 0 }],
    ['for another code is a wait', { ...soon, here: 'fresh' }, true, { what: 'nothing', wait: 40 }],
    ['in another browser is a place to type', soon, false, { what: 'keep', wait: 40 }],
    ['is not a second place', { ...soon, here: 'something' }, false, { what: 'nothing', wait: 40 }],
    [
      'of a flood is nothing',
      { byCaller: { asked: 1_000, wrongTries: 0 } },
      false,
      { what: 'nothing', wait: 3_600 },
    ],
  ])('%s', (_, asked, another, answer) => {
    expect(answerToWish({ ...never, ...asked }, another)).toEqual(answer);
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

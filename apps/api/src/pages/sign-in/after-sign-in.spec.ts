import { expect, test } from '@jest/globals';
import type { Account } from '#domain';
import { afterSignIn, withNext } from './after-sign-in.js';

const municipalityId = 'm';
const staff: Account = { kind: 'staff', municipalityId, staffId: 's' };
const employer: Account = { kind: 'company-user', municipalityId, companyId: 'c', userId: 'u' };
const citizen: Account = { kind: 'citizen', municipalityId, citizenId: 'b' };

test.each([
  [staff, undefined, '/kommune'],
  [employer, '/firma/uge?besked=gemt', '/firma/uge?besked=gemt'],
  [employer, '/firma', '/firma'],
  [employer, '/firmaer', '/firmaer'],
  [employer, '/kommune/noegler', '/firma'],
  [employer, '/min-side', '/firma'],
  [citizen, '/min-side/vagter', '/min-side/vagter'],
  [citizen, '/log-ind/gemt', '/log-ind/gemt'],
  [citizen, '/log-ind', '/min-side'],
  [citizen, '/log-ud', '/min-side'],
  [citizen, '//evil.example', '/min-side'],
  [citizen, 'https://evil.example/min-side', '/min-side'],
])('%j who wanted %j goes to %j', (account, wish, path) => {
  expect(afterSignIn(account, wish)).toBe(path);
});

test('a wish is passed on when it is ours', () => {
  expect(withNext('/log-ind/borger', '/min-side/timer?a=1')).toBe(
    '/log-ind/borger?til=%2Fmin-side%2Ftimer%3Fa%3D1',
  );
  expect(withNext('/x?a=1', '/firma')).toBe('/x?a=1&til=%2Ffirma');
  expect(withNext('/log-ind/borger', '//evil.example')).toBe('/log-ind/borger');
});

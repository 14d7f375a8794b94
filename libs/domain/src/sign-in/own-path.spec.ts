import { expect, test } from '@jest/globals';
import { ownPath } from './own-path.js';

test.each([
  '/',
  '/firma',
  '/firma/uge?besked=gemt',
  '/min-side#vagter',
  '/kommune/noegler?a=https://x.example',
])('%s is ours', (path) => expect(ownPath(path)).toBe(path));

test.each([
  undefined,
  null,
  7,
  ['/firma'],
  '',
  'firma',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/a\u0000b',
  ' /firma',
  'javascript:alert(1)',
  `/${'a'.repeat(1_000)}`,
])('%j is not', (path) => expect(ownPath(path)).toBeUndefined());

import { describe, expect, test } from '@jest/globals';
import {
  cvrFrom,
  hasRequired,
  mayActForCompany,
  nameFrom,
  roleFrom,
  verifiedEmailFrom,
  type ClaimNames,
} from './identity-provider.js';

const names: ClaimNames = {
  name: 'name',
  email: 'email',
  emailAlwaysVerified: false,
  roles: { claim: 'groups', consultant: ['smaajob-konsulent'], leader: ['smaajob-leder'] },
  cvr: 'cvr',
};

describe('the role that claims give', () => {
  test.each([
    ['one group', 'smaajob-konsulent', 'consultant'],
    ['a list', ['andet', 'smaajob-konsulent'], 'consultant'],
    ['both', ['smaajob-konsulent', 'smaajob-leder'], 'leader'],
    ['another group', ['smaajob-konsulenter'], undefined],
    ['other capitals', 'Smaajob-Leder', undefined],
    ['no claim', undefined, undefined],
    ['no text', [{ 0: 'smaajob-leder' }, 7], undefined],
  ])('%s', (_, groups, role) => {
    expect(roleFrom({ groups }, names)).toBe(role);
    expect(roleFrom({ groups }, { ...names, roles: null })).toBeUndefined();
  });
});

test.each([
  ['the value', 'smaajob', true],
  ['among others', ['andet', 'smaajob'], true],
  ['another value', 'smaajobs', false],
  ['nothing', undefined, false],
  ['no text', [{ 0: 'smaajob' }, true], false],
])('a company’s person with %s, and what everybody must have', (_, value, isIn) => {
  const employers = { claim: 'rights', values: ['smaajob', 'alt'] };
  expect(mayActForCompany({ rights: value }, { ...names, employers })).toBe(isIn);
  const required = { claim: 'org', value: 'smaajob' };
  expect(hasRequired({ org: value }, { ...names, required })).toBe(isIn);
  for (const asksNothing of [names, { ...names, employers: null, required: null }]) {
    expect(mayActForCompany({ rights: value }, asksNothing)).toBe(true);
    expect(hasRequired({ org: value }, asksNothing)).toBe(true);
  }
});

describe('an address', () => {
  test.each([
    ['verified', { email: ' Mette@Vejle.example', email_verified: true }, 'mette@vejle.example'],
    ['not verified', { email: 'mette@vejle.example', email_verified: false }, undefined],
    ['said as text', { email: 'mette@vejle.example', email_verified: 'true' }, undefined],
    ['not said', { email: 'mette@vejle.example' }, undefined],
    ['absent', { email_verified: true }, undefined],
  ])('%s', (_, claims, email) => expect(verifiedEmailFrom(claims, names)).toBe(email));

  test('of a provider that vouches for all', () => {
    const vouching = { ...names, emailAlwaysVerified: true, email: 'upn' };
    expect(verifiedEmailFrom({ upn: 'mette@vejle.example' }, vouching)).toBe('mette@vejle.example');
  });
});

test.each([
  ['13585628', '13585628'],
  ['CVR:13585628', '13585628'],
  ['DK13585628', '13585628'],
  ['1358562', undefined],
  ['113585628', undefined],
  [13585628, undefined],
  [undefined, undefined],
])('the number of a company in %j is %j', (cvr, expected) => {
  expect(cvrFrom({ cvr }, names)).toBe(expected);
});

test('a name is cut to what fits, and none is none', () => {
  expect(nameFrom({ name: ` ${'a'.repeat(300)}` }, names)).toHaveLength(200);
  expect(nameFrom({ name: '  ' }, names)).toBeUndefined();
});

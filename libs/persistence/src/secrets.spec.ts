import { expect, test } from '@jest/globals';
import { DerivedSecrets, type MasterKey } from './secrets.js';

const old: MasterKey = { id: '2025', key: Buffer.alloc(32, 1) };
const current: MasterKey = { id: '2026', key: Buffer.alloc(48, 2) };
const secrets = new DerivedSecrets([current]);

test('a link token has 132 bits, is always the same for a link and another for every other', () => {
  const token = secrets.linkToken('019a0000-0000-7000-8000-000000000001');
  expect(token).toMatch(/^[\w-]{22}$/);
  expect(secrets.linkToken('019a0000-0000-7000-8000-000000000001')).toBe(token);
  expect(secrets.linkToken('019a0000-0000-7000-8000-000000000002')).not.toBe(token);
  expect(new DerivedSecrets([old]).linkToken('019a0000-0000-7000-8000-000000000001')).not.toBe(token);
});

test('what is stored of a token and of a number is a hash of 64 hex digits', () => {
  expect(secrets.tokenHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(secrets.phoneHash('+4520123456')).toMatch(/^[0-9a-f]{64}$/);
  expect(secrets.phoneHash('+4520123456')).not.toBe(new DerivedSecrets([old]).phoneHash('+4520123456'));
});

test('a sealed text opens again, looks different each time, and names its key', () => {
  const sealed = secrets.seal('010190-1234 æøå');
  expect(secrets.unseal(sealed)).toBe('010190-1234 æøå');
  expect(secrets.seal('010190-1234 æøå')).not.toBe(sealed);
  expect(sealed.startsWith('2026:')).toBe(true);
  expect(secrets.unseal(secrets.seal(''))).toBe('');
});

test('after a rotation old texts open and new ones are sealed with the new key', () => {
  const sealed = new DerivedSecrets([old]).seal('0101901234');
  const rotated = new DerivedSecrets([current, old]);
  expect(rotated.unseal(sealed)).toBe('0101901234');
  expect(rotated.seal('x').startsWith('2026:')).toBe(true);
  expect(() => secrets.unseal(sealed)).toThrow('No master key "2025"');
});

test('a text that somebody changed does not open', () => {
  const parts = secrets.seal('0101901234').split(':');
  const data = Buffer.from(parts[3]!, 'base64url');
  data[0]! ^= 1;
  const forged = [...parts.slice(0, 3), data.toString('base64url')].join(':');
  expect(() => secrets.unseal(forged)).toThrow();
  expect(() => secrets.unseal([...parts.slice(0, 2), 'AAAA', parts[3]].join(':'))).toThrow();
  expect(() => secrets.unseal('no seal')).toThrow('not sealed');
});

test('a short key is refused', () => {
  expect(() => new DerivedSecrets([{ id: 'k', key: Buffer.alloc(31) }])).toThrow('31 bytes');
  expect(() => new DerivedSecrets([{ id: 'a:b', key: Buffer.alloc(32) }])).toThrow('id of a master key');
});

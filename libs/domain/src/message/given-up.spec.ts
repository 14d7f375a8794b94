import { describe, expect, it } from '@jest/globals';
import { addressesGivenUp, goesInsteadTo, wasAskedElsewhereOnly } from './given-up.js';

const old = { phone: '+4522220001', email: 'jonas@example.dk', sharedPhone: false };

describe('what a citizen gives up', () => {
  it.each([
    ['nothing', {}, []],
    ['the number, for another', { phone: '+4522220009' }, ['+4522220001']],
    ['the number, for none', { phone: null }, ['+4522220001']],
    ['the address', { email: 'j@example.dk' }, ['jonas@example.dk']],
    ['both', { phone: '+4522220009', email: null }, ['+4522220001', 'jonas@example.dk']],
  ])('%s', (_what, change, given) => {
    expect(addressesGivenUp(old, { ...old, ...change })).toEqual(given);
  });

  it('is nothing where there was nothing', () => {
    expect(addressesGivenUp({ ...old, phone: null, email: null }, old)).toEqual([]);
  });
});

describe('what has not left', () => {
  it('goes to the new one of its kind', () => {
    expect(goesInsteadTo({ channel: 'sms', template: 'offer' }, old)).toBe('+4522220001');
    expect(goesInsteadTo({ channel: 'email', template: 'offer' }, { ...old, email: null })).toBeNull();
  });

  it('stays away from a phone that others read, unless it only says whom to call', () => {
    const shared = { ...old, sharedPhone: true };
    expect(goesInsteadTo({ channel: 'sms', template: 'offer' }, shared)).toBeNull();
    expect(goesInsteadTo({ channel: 'sms', template: 'call-only' }, shared)).toBe('+4522220001');
  });
});

describe('an open question is to be asked anew', () => {
  const at = (to: string, state: 'sent' | 'failed' | 'queued' | 'uncertain') => ({ to, state });
  it.each([
    ['when it went to the old number', [at('old', 'sent')], true],
    ['when nobody knows whether it did', [at('old', 'uncertain')], true],
    ['when it went to two that are gone', [at('old', 'sent'), at('older', 'sent')], true],
    ['not when it went by mail as well', [at('old', 'sent'), at('mail', 'sent')], false],
    ['when it failed by mail', [at('old', 'sent'), at('mail', 'failed')], true],
    ['not when it is on its way to the new one', [at('old', 'sent'), at('new', 'queued')], false],
    ['not when it was never asked in writing', [], false],
    ['not when it never arrived: that has its own line', [at('old', 'failed')], false],
  ])('%s', (_what, asked, anew) => {
    expect(wasAskedElsewhereOnly(asked, { phone: 'new', email: 'mail' })).toBe(anew);
  });
});

import { describe, expect, it } from '@jest/globals';
import { aCitizen } from '../../../../test/builders/citizen.js';
import { reachOf, writtenChannels } from './channel.js';

const phone = '+4520123456';
const email = 'jonas@borger.example';

describe('how a citizen is reached', () => {
  it.each([
    ['SMS', { preferredChannel: 'sms', phone }, { by: 'sms', to: phone, onlyAskToCall: false }],
    [
      'a shared phone',
      { preferredChannel: 'sms', phone, sharedPhone: true },
      { by: 'sms', to: phone, onlyAskToCall: true },
    ],
    ['e-mail', { preferredChannel: 'email', email }, { by: 'email', to: email, onlyAskToCall: false }],
    [
      'e-mail beside a shared phone',
      { preferredChannel: 'email', email, sharedPhone: true },
      { by: 'email', to: email, onlyAskToCall: false },
    ],
    ['SMS without a number', { preferredChannel: 'sms', phone: null, email }, { by: 'person' }],
    ['e-mail without an address', { preferredChannel: 'email', email: null }, { by: 'person' }],
    ['a call', { preferredChannel: 'call', email }, { by: 'person' }],
    ['a letter', { preferredChannel: 'letter', email }, { by: 'person' }],
    ['in person', { preferredChannel: 'in-person', email }, { by: 'person' }],
  ] as const)('%s', (_what, over, expected) => {
    expect(reachOf(aCitizen(over))).toEqual(expected);
  });
});

describe('an offer goes by every written channel', () => {
  const channels = (over: Parameters<typeof aCitizen>[0]) =>
    writtenChannels(aCitizen(over)).map(({ by }) => by);

  it('the preferred one first', () => {
    expect(channels({ preferredChannel: 'sms', email })).toEqual(['sms', 'email']);
    expect(channels({ preferredChannel: 'email', email })).toEqual(['email', 'sms']);
  });

  it('by one when there is one', () => {
    expect(channels({ preferredChannel: 'sms' })).toEqual(['sms']);
    expect(channels({ preferredChannel: 'email', email, phone: null })).toEqual(['email']);
  });

  it.each(['call', 'letter', 'in-person'] as const)('not to somebody who chose %s', (preferredChannel) => {
    expect(channels({ preferredChannel, email })).toEqual([]);
  });

  it('still asks only to call on the shared phone', () => {
    const reaches = writtenChannels(aCitizen({ preferredChannel: 'email', email, sharedPhone: true }));
    expect(reaches.find(({ by }) => by === 'sms')).toEqual({ by: 'sms', to: phone, onlyAskToCall: true });
  });
});

import { describe, expect, test } from '@jest/globals';
import type { OutgoingEmail, OutgoingSms, SendResult } from '#use-cases';
import { inTime } from './in-time.js';
import { ChannelGateway } from './gateway.js';

const sms: OutgoingSms = { channel: 'sms', id: 'a', to: '+4520345678', text: 'Hej' };
const email: OutgoingEmail = {
  channel: 'email',
  id: 'b',
  to: 'a@b.example',
  subject: 'Hej',
  text: 'Hej',
  html: '<p>Hej</p>',
};

describe('ChannelGateway', () => {
  const sent: string[] = [];
  const door = (name: string, result: SendResult) => ({
    send: async (message: { id: string }) => {
      sent.push(`${name} ${message.id}`);
      return result;
    },
    states: () => [{ provider: name, circuit: 'closed' as const }],
  });
  const gateway = new ChannelGateway(
    door('sms', { result: 'uncertain', reason: 'timeout' }),
    door('email', { result: 'sent', providerReference: '<b>' }),
  );

  test('each message goes out by its channel, and the result comes back unchanged', async () => {
    expect(await gateway.send(sms, inTime)).toEqual({ result: 'uncertain', reason: 'timeout' });
    expect(await gateway.send(email, inTime)).toEqual({ result: 'sent', providerReference: '<b>' });
    expect(sent).toEqual(['sms a', 'email b']);
  });

  test('tells how all providers are', () => {
    expect(gateway.states()).toEqual([
      { provider: 'sms', circuit: 'closed' },
      { provider: 'email', circuit: 'closed' },
    ]);
  });
});

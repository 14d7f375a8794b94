import { describe, expect, test } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { BounceWebhook } from './bounce-webhook.js';

const SECRET = 'a-secret-of-sixteen';
const id = '0193a1b2-0000-7000-8000-000000000002';
const webhook = new BounceWebhook([SECRET, 'the-older-secret-of-it']);

interface Told {
  envelopeId?: string | null;
  returnedId?: string | null;
  action?: string;
  status?: string;
}
/** As Postfix, Exim and Exchange write them (RFC 3464): words, the report, the headers of what came back. */
const report = ({
  envelopeId = id,
  returnedId = id,
  action = 'failed',
  status = '5.1.1',
}: Told = {}): string =>
  [
    'From: MAILER-DAEMON@mx.example',
    'To: retur@vejle.example',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain',
    '',
    '<jonas@example.dk>: user unknown',
    '',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    ...(envelopeId ? [`Original-Envelope-Id: ${envelopeId}`] : []),
    'Arrival-Date: Mon, 2 Nov 2026 09:00:00 +0100',
    '',
    'Final-Recipient: rfc822; jonas@example.dk',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 <jonas@example.dk>:',
    '    user unknown',
    '',
    '--b1',
    'Content-Type: text/rfc822-headers',
    '',
    'From: svar@fodfaeste.example',
    ...(returnedId ? [`Message-ID: <${returnedId}@fodfaeste.example>`] : []),
    'Subject: Hej',
    '',
    '--b1--',
    '',
  ].join('\r\n');
const sign = (mail: string, secret = SECRET): string =>
  `sha256=${createHmac('sha256', secret).update(mail).digest('hex')}`;
const read = (mail: string) => webhook.bounce(sign(mail), Buffer.from(mail));

describe('a mail that came back', () => {
  test.each([
    ['5.1.1', true],
    ['5.1.2', true],
    ['5.1.10', true],
    ['5.2.1', true],
    ['5.2.2', false],
    ['5.7.1', false],
    ['4.4.7', false],
  ])('with %s: the address is wrong %s', async (status, permanent) => {
    const reason = `bounced-${status.replaceAll('.', '-')}`;
    expect(await read(report({ status }))).toEqual({ messageId: id, reason, permanent });
  });

  test('is known by our id in the envelope, or in the headers that came back', async () => {
    expect(await read(report({ returnedId: null }))).toMatchObject({ messageId: id });
    expect(await read(report({ envelopeId: null }))).toMatchObject({ messageId: id });
    expect(await read(report({ envelopeId: null, returnedId: null }))).toBeNull();
  });

  test('with its whole content is read as well', async () => {
    const whole = report({ envelopeId: null }).replace('text/rfc822-headers', 'message/rfc822');
    expect(await read(whole)).toMatchObject({ messageId: id });
  });

  test.each(['delayed', 'delivered', 'relayed', 'exploded'])('%s tells of no failure', async (action) => {
    expect(await read(report({ action }))).toBeNull();
  });

  test.each([
    ['an answer that somebody wrote', 'From: a@b.example\r\nSubject: Re: Hej\r\n\r\nTak for det.\r\n'],
    ['nothing', ''],
    ['no mail at all', '\0\u00ff{}'],
  ])('%s is no bounce', async (_what, mail) => {
    expect(await read(mail)).toBeNull();
  });

  test('with a status that is none is a failure all the same', async () => {
    expect(await read(report({ status: 'bad' }))).toEqual({
      messageId: id,
      reason: 'bounced',
      permanent: false,
    });
  });
});

describe('the signature', () => {
  const mail = report();
  const bytes = Buffer.from(mail);

  test('is good with either secret', async () => {
    expect(await webhook.bounce(sign(mail, 'the-older-secret-of-it'), bytes)).not.toBeNull();
  });

  test.each([
    ['missing', undefined],
    ['of another secret', sign(mail, 'x'.repeat(20))],
    ['of another mail', sign(`${mail} `)],
    ['without its name', sign(mail).slice('sha256='.length)],
    ['of no secret', sign(mail, '')],
  ])('%s: not believed', async (_what, signature) => {
    await expect(webhook.bounce(signature, bytes)).rejects.toThrow(/bad-signature/);
    await expect(new BounceWebhook([]).bounce(signature, bytes)).rejects.toThrow(/bad-signature/);
  });
});

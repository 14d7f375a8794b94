import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import PostalMime from 'postal-mime';
import {
  catalogue,
  ChannelGateway,
  GatewayApiSms,
  HandlebarsMessageWriter,
  messageLanguages,
  messageTemplates,
  SAMPLE_LINK,
  septets,
  SmsProviders,
  SmsWebhook,
  SmtpEmail,
} from '#notifications';
import { startStubProviders, type StubProviders } from './stub-providers.js';

const inTime = { deadline: { remainingMs: () => 20_000 }, paused: new Set<string>() };
let providers: StubProviders;
let email: SmtpEmail;
let gateway: ChannelGateway;
const writer = new HandlebarsMessageWriter();

beforeAll(async () => {
  providers = await startStubProviders();
  email = new SmtpEmail({ url: providers.smtpUrl, from: 'Fodfæste <svar@fodfaeste.example>' });
  gateway = new ChannelGateway(
    new SmsProviders([new GatewayApiSms({ url: providers.smsUrl, token: 'token', sender: '4520999999' })]),
    email,
  );
});
afterAll(async () => {
  email.close();
  await providers.close();
});

const everything = messageTemplates.flatMap((template) =>
  messageLanguages.map((language) => ({
    template,
    language,
    data: { ...catalogue[template].sample[language], link: SAMPLE_LINK },
  })),
);

test('every message goes out by SMS as one segment, and its receipt finds its way back', async () => {
  const webhook = new SmsWebhook(['a secret']);
  for (const { template, language, data } of everything) {
    const id = randomUUID();
    const written = writer.write(template, 'sms', language, data);
    const result = await gateway.send({ ...written, id, to: '+4520345678' }, inTime);
    expect(result).toMatchObject({ result: 'sent' });
    const taken = providers.takenSms.at(-1)!;
    expect(septets(taken.message)).toBeLessThanOrEqual(160);
    const payload = {
      id: 1,
      msisdn: taken.recipients[0]!.msisdn,
      time: 1764000000,
      status: 'DELIVERED',
      userref: taken.userref,
    };
    const signature = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode('a secret'));
    expect(await webhook.receipt(signature)).toMatchObject({ messageId: id, state: 'delivered' });
  }
  expect(everything.length).toBeGreaterThanOrEqual(88);
  expect(providers.takenSms).toHaveLength(everything.length);
});

test('every message goes out by e-mail, whole and in the right letters', async () => {
  for (const { template, language, data } of everything) {
    const written = writer.write(template, 'email', language, data);
    if (written.channel !== 'email') throw new Error('not an e-mail');
    const result = await gateway.send({ ...written, id: randomUUID(), to: 'jonas@example.dk' }, inTime);
    expect(result).toMatchObject({ result: 'sent' });
    const mail = await PostalMime.parse(providers.takenMails.at(-1)!);
    expect([mail.subject, mail.text?.trim(), mail.html?.trim()]).toEqual([
      written.subject,
      written.text.trim(),
      written.html,
    ]);
    expect(mail.attachments).toHaveLength(0);
  }
  expect(providers.takenMails).toHaveLength(everything.length);
});

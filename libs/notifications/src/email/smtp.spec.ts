import { afterEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { OutgoingEmail, SendResult } from '#use-cases';
import { inTime } from '../in-time.js';
import { SmtpEmail, type SmtpSettings } from './smtp.js';

const id = '0193a1b2-0000-7000-8000-000000000002';
const mail = {
  channel: 'email' as const,
  id,
  to: 'jonas@example.dk',
  subject: 'Er alt okay på Ærø?',
  text: 'Hej Jonas\n\nKom bare, selv om det bliver sent.\n',
  html: '<!doctype html><html lang="da"><body><h1>Er alt okay?</h1></body></html>',
};

const closing: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const open = (settings: Partial<SmtpSettings>): SmtpEmail => {
  const email = new SmtpEmail({ url: '', from: 'Fodfæste <svar@fodfaeste.example>', ...settings });
  closing.push(() => email.close());
  return email;
};
const client = (port: number, timeoutMs = 5_000): { send(message: OutgoingEmail): Promise<SendResult> } => {
  const email = open({ url: `smtp://127.0.0.1:${port}`, timeoutMs });
  return { send: (message) => email.send(message, inTime) };
};

interface Received {
  from: string;
  to: string[];
  raw: string;
}

/** A mail server of npm's smtp-server; `received` is what it took. */
async function mailServer(
  options: SMTPServerOptions = {},
): Promise<{ port: number; received: Received[]; sessions: () => number }> {
  const received: Received[] = [];
  let sessions = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onConnect: (_session, done) => {
      sessions += 1;
      done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  closing.push(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  return { port: (server.server.address() as AddressInfo).port, received, sessions: () => sessions };
}

/** Speaks SMTP up to the mail's end and then does as it is told: what a well-behaved server never does. */
async function rudeServer(
  afterMail: (socket: Socket) => void,
  { greeting = '220 hello\r\n', waitsForEnd = true } = {},
): Promise<number> {
  const server = createServer((socket) => {
    let inMail = false;
    socket.on('error', () => undefined);
    if (greeting) socket.write(greeting);
    socket.on('data', (data) => {
      const text = data.toString();
      if (inMail) {
        if (!waitsForEnd || text.endsWith('\r\n.\r\n')) afterMail(socket);
        return;
      }
      for (const line of text.split('\r\n').filter(Boolean)) {
        if (line.startsWith('DATA')) {
          inMail = true;
          socket.write('354 go on\r\n');
        } else socket.write('250 ok\r\n');
      }
    });
    closing.push(() => void socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => void server.close());
  return (server.address() as AddressInfo).port;
}

const reply = (responseCode: number) =>
  Object.assign(new Error('no: <jonas@example.dk> is not known here'), { responseCode });
const takesAll = (stream: NodeJS.ReadableStream, then: () => void): void => {
  stream.on('end', then);
  stream.resume();
};

describe('a mail that is taken', () => {
  test('arrives with both texts, our id and nothing that calls home', async () => {
    const { port, received } = await mailServer();
    expect(await client(port).send(mail)).toEqual({
      result: 'sent',
      providerReference: `<${id}@fodfaeste.example>`,
      provider: 'smtp',
    });
    expect(received).toHaveLength(1);
    const { from, to, raw } = received[0]!;
    expect([from, to]).toEqual(['svar@fodfaeste.example', ['jonas@example.dk']]);
    const parsed = await PostalMime.parse(raw);
    expect(parsed.messageId).toBe(`<${id}@fodfaeste.example>`);
    expect(parsed.subject).toBe('Er alt okay på Ærø?');
    expect(parsed.from).toMatchObject({ name: 'Fodfæste', address: 'svar@fodfaeste.example' });
    expect(parsed.text?.trim()).toBe(mail.text.trim());
    expect(parsed.html?.trim()).toBe(mail.html);
    expect(parsed.attachments).toHaveLength(0);
    expect(parsed.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
  });

  test('several go over the same connection', async () => {
    const { port, received, sessions } = await mailServer();
    const email = client(port);
    for (const last of ['a', 'b', 'c']) await email.send({ ...mail, id: id.replace(/2$/, last) });
    expect(received).toHaveLength(3);
    expect(sessions()).toBe(1);
  });

  test('twenty at once: each arrives once', async () => {
    const { port, received } = await mailServer();
    const email = client(port);
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        email.send({ ...mail, to: `person${at}@example.dk`, id: `${id}-${at}` }),
      ),
    );
    expect(results.every(({ result }) => result === 'sent')).toBe(true);
    expect(new Set(received.map(({ to }) => to[0])).size).toBe(20);
    expect(received).toHaveLength(20);
  });

  test('an address with a comma is one receiver, and refused as such', async () => {
    const { port, received } = await mailServer();
    const result = await client(port).send({ ...mail, to: 'jonas@example.dk, all@example.dk' });
    expect(received.flatMap(({ to }) => to)).not.toContain('all@example.dk');
    expect(result.result).not.toBe('uncertain');
  });

  test('a line break in a subject starts no header', async () => {
    const { port, received } = await mailServer();
    await client(port).send({ ...mail, subject: 'Hej\r\nBcc: all@example.dk' });
    expect(received[0]!.to).toEqual(['jonas@example.dk']);
    expect(received[0]!.raw).not.toMatch(/^Bcc:/im);
  });
});

describe('a mail that is refused', () => {
  test.each([
    [450, false],
    [452, false],
    [503, false],
    [550, true],
    [553, true],
  ])('the receiver with %i: permanent %s', async (code, permanent) => {
    const { port } = await mailServer({ onRcptTo: (_address, _session, done) => done(reply(code)) });
    const result = await client(port).send(mail);
    expect(result).toEqual({ result: 'refused', permanent, reason: `smtp-${code}`, retryAfterSeconds: null });
  });

  test.each([
    [451, false],
    [554, true],
  ])('the content with %i after all of it was sent: certain, permanent %s', async (code, permanent) => {
    const { port } = await mailServer({
      onData: (stream, _session, done) => takesAll(stream, () => done(reply(code))),
    });
    expect(await client(port).send(mail)).toMatchObject({
      result: 'refused',
      permanent,
      reason: `smtp-${code}`,
    });
  });

  test('what is no address is refused for good', async () => {
    const { port, sessions } = await mailServer();
    const result = await client(port).send({ ...mail, to: '' });
    expect(result).toMatchObject({ result: 'refused', permanent: true, reason: 'not-an-email-address' });
    expect(sessions()).toBeLessThanOrEqual(1);
  });

  test('the connection with 421: worth another try', async () => {
    const { port } = await mailServer({ onConnect: (_session, done) => done(reply(421)) });
    expect(await client(port).send(mail)).toMatchObject({ result: 'refused', permanent: false });
  });

  test('a wrong password: refused for good, and the password is not in the reason', async () => {
    const { port } = await mailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(reply(535)),
    });
    const email = open({ url: `smtp://me:hemmeligt@127.0.0.1:${port}`, timeoutMs: 5_000 });
    expect(await email.send(mail, inTime)).toEqual({
      result: 'refused',
      permanent: true,
      reason: 'smtp-535',
      retryAfterSeconds: null,
    });
  });

  test('after a refusal the next mail goes out', async () => {
    let first = true;
    const { port, received } = await mailServer({
      onRcptTo: (_address, _session, done) => {
        done(first ? reply(550) : undefined);
        first = false;
      },
    });
    const email = client(port);
    expect((await email.send(mail)).result).toBe('refused');
    expect((await email.send({ ...mail, id: `${id}-2` })).result).toBe('sent');
    expect(received).toHaveLength(1);
  });
});

describe('a server that does not answer', () => {
  test('is down: certainly not sent, worth another try', async () => {
    const { port } = await mailServer();
    for (const close of closing.splice(0)) await close();
    expect(await client(port).send(mail)).toEqual({
      result: 'refused',
      permanent: false,
      reason: 'connection-failed',
      retryAfterSeconds: null,
    });
  });

  test('never greets: certainly not sent', async () => {
    const port = await rudeServer(() => undefined, { greeting: '' });
    expect(await client(port, 500).send(mail)).toMatchObject({
      result: 'refused',
      permanent: false,
      reason: 'timeout',
    });
  });

  test('hangs up before it greets: asked once, trying again is the queue’s business', async () => {
    let calls = 0;
    const server = createServer((socket) => {
      calls += 1;
      socket.destroy();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing.push(() => void server.close());
    const result = await client((server.address() as AddressInfo).port).send(mail);
    expect(result).toMatchObject({ result: 'refused', permanent: false });
    expect(calls).toBe(1);
  });

  test('hangs before the content: certainly not sent', async () => {
    const { port } = await mailServer({ onRcptTo: () => undefined });
    expect(await client(port, 500).send(mail)).toMatchObject({
      result: 'refused',
      permanent: false,
      reason: 'timeout',
    });
  });

  test('hangs after the content: uncertain', async () => {
    const port = await rudeServer(() => undefined);
    expect(await client(port, 500).send(mail)).toEqual({
      result: 'uncertain',
      reason: 'timeout',
      provider: 'smtp',
    });
  });

  test('hangs up after the content: uncertain, and the mail is offered once only', async () => {
    let mails = 0;
    const port = await rudeServer((socket) => {
      mails += 1;
      socket.destroy();
    });
    expect(await client(port).send(mail)).toEqual({
      result: 'uncertain',
      reason: 'connection-lost',
      provider: 'smtp',
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(mails).toBe(1);
  });

  test('hangs up in the middle of the content: uncertain', async () => {
    const port = await rudeServer((socket) => socket.destroy(), { waitsForEnd: false });
    const long = { ...mail, text: 'Hej Jonas\n'.repeat(500_000) };
    expect((await client(port).send(long)).result).toBe('uncertain');
  });

  test('hangs up between two mails: the second is refused or sent, never uncertain', async () => {
    const sockets: Socket[] = [];
    const port = await rudeServer((socket) => {
      socket.write('250 taken\r\n');
      sockets.push(socket);
    });
    const email = client(port);
    expect((await email.send(mail)).result).toBe('sent');
    sockets[0]!.destroy();
    expect((await email.send({ ...mail, id: `${id}-2` })).result).not.toBe('uncertain');
  });
});

test('a sender that is no address is found at start-up', () => {
  expect(() => new SmtpEmail({ url: 'smtp://127.0.0.1', from: 'Fodfæste' })).toThrow(/e-mail address/);
});

describe('a mail that is late', () => {
  /** Runs out after so many looks: a process that was stopped in between. */
  const after = (looks: number) => {
    let left = looks;
    return { deadline: { remainingMs: () => (left-- > 0 ? 1_000 : -1) }, paused: new Set<string>() };
  };
  const tooLate = { result: 'refused', permanent: false, reason: 'too-late', retryAfterSeconds: null };

  test('before it begins: nobody is called', async () => {
    const { port, sessions } = await mailServer();
    const email = open({ url: `smtp://127.0.0.1:${port}`, timeoutMs: 5_000 });
    expect(await email.send(mail, after(0))).toEqual(tooLate);
    expect(sessions()).toBe(0);
  });

  test.each([1, 2])(
    'when the server is ready for its content, at look %i: the server gets no mail',
    async (looks) => {
      const { port, received } = await mailServer();
      const email = open({ url: `smtp://127.0.0.1:${port}`, timeoutMs: 5_000 });
      expect(await email.send(mail, after(looks))).toEqual(tooLate);
      expect((await email.send({ ...mail, id: `${id}-2` }, inTime)).result).toBe('sent');
      expect(received).toHaveLength(1);
      expect(received[0]!.raw).toContain(`${id}-2@`);
    },
  );
});

describe('a server in trouble', () => {
  test('is left alone after three failures; one mail tries, and then all go', async () => {
    let isDown = true;
    const { port, received, sessions } = await mailServer({
      onMailFrom: (_address, _session, done) => done(isDown ? reply(421) : undefined),
    });
    const email = open({ url: `smtp://127.0.0.1:${port}`, timeoutMs: 5_000, circuit: { resetMs: 300 } });
    for (const last of ['a', 'b', 'c']) await email.send({ ...mail, id: `${id}-${last}` }, inTime);
    const called = sessions();
    expect(email.states()).toEqual([{ provider: 'smtp', circuit: 'open' }]);
    expect(await email.send(mail, inTime)).toMatchObject({ result: 'refused', reason: 'provider-spared' });
    expect(sessions()).toBe(called);
    isDown = false;
    await new Promise((resolve) => setTimeout(resolve, 350));
    expect((await email.send(mail, inTime)).result).toBe('sent');
    expect(email.states()[0]!.circuit).toBe('closed');
    expect(received).toHaveLength(1);
  });

  test('is not one that does not know a mailbox', async () => {
    const { port } = await mailServer({ onRcptTo: (_address, _session, done) => done(reply(550)) });
    const email = open({ url: `smtp://127.0.0.1:${port}`, timeoutMs: 5_000 });
    for (let times = 0; times < 5; times++) await email.send({ ...mail, id: `${id}-${times}` }, inTime);
    expect(email.states()[0]!.circuit).toBe('closed');
  });

  test('that is paused is not called', async () => {
    const { port, sessions } = await mailServer();
    const email = open({ url: `smtp://127.0.0.1:${port}` });
    expect(await email.send(mail, { ...inTime, paused: new Set(['smtp']) })).toMatchObject({
      result: 'refused',
      permanent: false,
      reason: 'provider-paused',
    });
    expect(sessions()).toBe(0);
  });
});

test('a server that tells of what it could not deliver is asked to, under our id and to the mailbox for it', async () => {
  const commands: string[] = [];
  const server = createServer((socket) => {
    let inMail = false;
    socket.write('220 hello\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      for (const line of data.toString().split('\r\n').filter(Boolean)) {
        if (inMail) {
          if (line !== '.') continue;
          inMail = false;
          socket.write('250 taken\r\n');
          continue;
        }
        commands.push(line);
        if (line.startsWith('EHLO')) socket.write('250-hello\r\n250 DSN\r\n');
        else if (line.startsWith('DATA')) {
          inMail = true;
          socket.write('354 go on\r\n');
        } else socket.write('250 ok\r\n');
      }
    });
    closing.push(() => void socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => void server.close());
  const url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const email = open({ url, bouncesTo: 'retur@fodfaeste.example' });
  expect((await email.send(mail, inTime)).result).toBe('sent');
  expect(commands).toContain(`MAIL FROM:<retur@fodfaeste.example> RET=HDRS ENVID=${id}`);
  expect(commands).toContain('RCPT TO:<jonas@example.dk> NOTIFY=FAILURE');
});

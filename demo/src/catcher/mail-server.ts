import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { Outbox } from './outbox.js';
import type { Trouble } from './trouble.js';

export interface MailServer {
  url: string;
  close(): Promise<void>;
}

/** A real SMTP server that takes whatever it is given and sends nothing on. */
export async function startMailServer(outbox: Outbox, trouble: Trouble): Promise<MailServer> {
  const isDown = (): Error | null => {
    if (trouble.smtp === 'ok') return null;
    outbox.record({ channel: 'email', outcome: 'down' });
    return Object.assign(new Error('Service not available'), { responseCode: 421 });
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    closeTimeout: 500,
    onConnect: (_session, done) => done(isDown()),
    // A connection from before the trouble began must feel it too.
    onMailFrom: (_address, _session, done) => done(isDown()),
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      keep(stream, to, outbox).then(() => done(), done);
    },
  });
  // A client that breaks off is its own business.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function keep(stream: SMTPServerDataStream, to: string[], outbox: Outbox): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  const mail = await PostalMime.parse(Buffer.concat(parts));
  const text = (mail.text ?? '').trim();
  for (const receiver of to) {
    outbox.add({ channel: 'email', to: receiver, subject: mail.subject ?? '', text }, mail.html);
    outbox.record({ channel: 'email', to: receiver, userref: mail.messageId, text, outcome: 'ok' });
  }
}
